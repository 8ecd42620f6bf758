import { Alert, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { actsForChild, childStances, consentGivers } from '#domain/consents/consent.ts';
import formClasses from '#ui/components/form-grid.module.css';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import type { ConsentDraft } from './consent-draft.ts';

interface GiverFieldsProps {
  draft: ConsentDraft;
  isUnderAge: boolean;
  onChange: (part: Partial<ConsentDraft>) => void;
}

/** Who gives consent, and for a child what the child thinks. */
export function GiverFields({ draft, isUnderAge, onChange }: GiverFieldsProps) {
  const { t } = useTranslation(['consents', 'common']);
  const { label } = useLabels();
  const givers = consentGivers.filter((giver) => actsForChild(giver) === isUnderAge);
  const forChild = actsForChild(draft.givenBy);
  return (
    <>
      {isUnderAge && <Alert color="terracotta">{t('underAge')}</Alert>}
      <div className={formClasses.two}>
        <NativeSelect
          label={t('givenBy')}
          data={choicesOf(givers, 'consentGivers', label)}
          value={draft.givenBy}
          onChange={(event) => {
            const givenBy = givers.find((one) => one === event.currentTarget.value);
            if (givenBy) onChange({ givenBy });
          }}
        />
        {draft.givenBy !== 'self' && (
          <TextInput
            label={t('giverName')}
            required
            dir="auto"
            maxLength={160}
            value={draft.giverName}
            onChange={(event) => onChange({ giverName: event.currentTarget.value })}
          />
        )}
        {(draft.givenBy === 'guardian' || draft.givenBy === 'adultGuardian') && (
          <TextInput
            label={t('giverAuthority')}
            description={t('giverAuthorityHint')}
            dir="auto"
            maxLength={160}
            value={draft.giverAuthority}
            onChange={(event) => onChange({ giverAuthority: event.currentTarget.value })}
          />
        )}
        {forChild && (
          <NativeSelect
            label={t('childOpinion')}
            required
            data={[
              { value: '', label: t('common:forms.chooseOne') },
              ...choicesOf(childStances, 'childStances', label),
            ]}
            value={draft.stance}
            onChange={(event) =>
              onChange({
                stance: childStances.find((one) => one === event.currentTarget.value) ?? '',
              })
            }
          />
        )}
      </div>
      {forChild && draft.stance !== '' && draft.stance !== 'notAbleToExpress' && (
        <Textarea
          label={t('childWords')}
          dir="auto"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={600}
          value={draft.childWords}
          onChange={(event) => onChange({ childWords: event.currentTarget.value })}
        />
      )}
    </>
  );
}
