import { ActionIcon, Button, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contactBodies } from '#domain/directory/organisation.ts';
import classes from './directory.module.css';
import { contactFields, emptyContact } from './organisation-draft.ts';
import type { SectionProps } from './organisation-form.tsx';

const MOST_CONTACTS = 30;

export function ContactsFields({ draft, problems, onChange }: SectionProps) {
  const { t } = useTranslation(['directory', 'common']);
  const { contacts } = draft;
  return (
    <Stack gap="md" align="flex-start">
      {contacts.map((contact, index) => (
        <fieldset key={contact.key} className={classes.contact}>
          <legend className={classes.contactLegend}>
            {t('form.contact', { number: index + 1 })}
          </legend>
          {contactFields.map((field) => (
            <TextInput
              key={field}
              label={t(`contactFields.${field}`)}
              dir="auto"
              autoComplete="off"
              maxLength={120}
              value={contact[field]}
              error={
                problems.has(`contacts.${index}.${field}`) ? t('common:forms.required') : undefined
              }
              onChange={(event) => {
                const { value } = event.currentTarget;
                onChange({
                  contacts: contacts.map((one) =>
                    one === contact ? { ...one, [field]: value } : one,
                  ),
                });
              }}
            />
          ))}
          <Select
            label={t('contactFields.body')}
            placeholder={t('contactFields.noBody')}
            clearable
            clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
            data={contactBodies.map((body) => ({ value: body, label: t(`bodies.${body}`) }))}
            value={contact.body ?? null}
            onChange={(chosen) =>
              onChange({
                contacts: contacts.map((one) =>
                  one === contact
                    ? { ...one, body: contactBodies.find((body) => body === chosen) }
                    : one,
                ),
              })
            }
          />
          <ActionIcon
            className={classes.removeContact}
            variant="subtle"
            size="lg"
            aria-label={t('form.removeContact', { number: index + 1 })}
            onClick={() => onChange({ contacts: contacts.filter((one) => one !== contact) })}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </fieldset>
      ))}
      {contacts.length < MOST_CONTACTS && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange({ contacts: [...contacts, emptyContact()] })}
        >
          {t('form.addContact')}
        </Button>
      )}
    </Stack>
  );
}
