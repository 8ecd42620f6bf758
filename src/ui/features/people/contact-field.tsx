import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contactKinds } from '#domain/people/contact.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import type { PersonDraft } from './person-draft.ts';
import classes from './person-form.module.css';

interface ContactFieldProps {
  draft: PersonDraft;
  onChange: (part: Partial<PersonDraft>) => void;
}

export function ContactField({ draft, onChange }: ContactFieldProps) {
  const { t } = useTranslation('people');
  const { label } = useLabels();
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <NativeSelect
          label={t('form.contactKind')}
          data={choicesOf(contactKinds, 'contactKinds', label)}
          value={draft.contactKind}
          onChange={(event) => {
            const contactKind = contactKinds.find((one) => one === event.currentTarget.value);
            if (contactKind) onChange({ contactKind });
          }}
        />
        <TextInput
          className={classes.grow}
          label={t('form.contactValue')}
          dir="ltr"
          maxLength={160}
          autoComplete="off"
          value={draft.contactValue}
          onChange={(event) => onChange({ contactValue: event.currentTarget.value })}
        />
      </Group>
      {draft.contactValue !== '' && (
        <Checkbox
          label={t('form.contactSafe')}
          description={t('form.contactSafeHint')}
          checked={draft.contactSafe}
          onChange={(event) => onChange({ contactSafe: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}
