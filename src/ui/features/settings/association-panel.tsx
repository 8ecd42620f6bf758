import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AssociationDetails,
  associationDetails,
  associationLimits,
  looksLikeMail,
} from '#domain/casework/association.ts';
import { saysSomething } from '#domain/text.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import classes from './settings-page.module.css';

export function AssociationPanel({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation('settings');
  const { data, error } = useQuery({
    queryKey: ['association', 'get'],
    queryFn: () => vault.association.get({}),
  });
  return (
    <Panel title={t('association.title')} hint={t('association.hint')}>
      <ErrorNotice error={error} />
      {!data && !error && <Skeleton height={240} />}
      {data && <AssociationForm details={data} isReadOnly={isReadOnly} />}
    </Panel>
  );
}

const fields = [
  'name',
  'casePrefix',
  'fiscalCode',
  'registration',
  'address',
  'city',
  'phone',
  'email',
  'pec',
] as const;

type Problem = 'missing' | 'notMail' | 'notPrefix';

/** What is wrong with each field, as far as it is told apart; the letters take these as they stand. */
function problemsOf(draft: AssociationDetails): { [K in keyof AssociationDetails]?: Problem } {
  const isSaid = (text: string | undefined) => text !== undefined && saysSomething(text);
  const mail = (text: string | undefined) =>
    isSaid(text) && !looksLikeMail(text ?? '') ? ('notMail' as const) : undefined;
  const { lostContactDays, casePrefix } = associationDetails.shape;
  const found = {
    name: isSaid(draft.name) ? undefined : ('missing' as const),
    casePrefix: casePrefix.safeParse(draft.casePrefix).success ? undefined : ('notPrefix' as const),
    email: mail(draft.email),
    pec: mail(draft.pec),
    lostContactDays: lostContactDays.safeParse(draft.lostContactDays).success
      ? undefined
      : ('missing' as const),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem));
}

interface AssociationFormProps {
  details: AssociationDetails;
  isReadOnly: boolean;
}

function AssociationForm({ details, isReadOnly }: AssociationFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [saved, setSaved] = useState(details);
  const [draft, setDraft] = useState(details);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const kept = useDraft({
    form: 'association',
    subjectId: 'page',
    start: saved,
    values: draft,
    restore: setDraft,
    isOff: isReadOnly,
  });
  const problems = problemsOf(draft);
  const hasProblems = Object.keys(problems).length > 0;
  const limits = { casePrefix: 6, ...associationLimits };
  const save = useMutation({
    mutationFn: () => vault.association.save(draft),
    onSuccess: () => {
      setSaved(draft);
      notifyDone(t('association.saved'));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!hasProblems) save.mutate();
      }}
    >
      <UnsavedGuard isDirty={isDirty && !save.isPending} isKeptAsDraft />
      <DraftOffer draft={kept}>
        <div className={classes.fields}>
          {fields.map((field) => (
            <TextInput
              key={field}
              label={t(`association.${field}`)}
              description={field === 'casePrefix' ? t('association.casePrefixHint') : undefined}
              required={field === 'name' || field === 'casePrefix'}
              readOnly={isReadOnly}
              maxLength={limits[field]}
              dir={field === 'email' || field === 'pec' ? 'ltr' : undefined}
              value={draft[field] ?? ''}
              error={problems[field] && t(`association.problems.${problems[field]}`)}
              onChange={(event) => {
                const text = event.currentTarget.value;
                const value = field === 'casePrefix' ? text.toUpperCase() : text;
                setDraft((now) => ({ ...now, [field]: value }));
              }}
            />
          ))}
          <TextInput
            label={t('association.lostContactDays')}
            description={t('association.lostContactDaysHint')}
            inputMode="numeric"
            readOnly={isReadOnly}
            maxLength={3}
            value={draft.lostContactDays ?? ''}
            error={problems.lostContactDays && t('association.lostContactError')}
            onChange={(event) => {
              const digits = event.currentTarget.value.replace(/\D/g, '');
              setDraft(({ lostContactDays: _, ...rest }) =>
                digits === '' ? rest : { ...rest, lostContactDays: Number(digits) },
              );
            }}
          />
        </div>
        <ErrorNotice error={save.error} />
        {isReadOnly ? (
          <Text size="sm" c="dimmed" mt="md">
            {t('association.readOnly')}
          </Text>
        ) : (
          <Group justify="flex-end" mt="md">
            <Button type="submit" loading={save.isPending} disabled={!isDirty || hasProblems}>
              {t('common:actions.save')}
            </Button>
          </Group>
        )}
      </DraftOffer>
    </form>
  );
}
