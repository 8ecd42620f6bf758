import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#ui/components/date-field.tsx';

export interface ProgrammeFieldsDraft {
  name: string;
  grantCode: string;
  from: string | undefined;
  to: string | undefined;
}

export const emptyFields: ProgrammeFieldsDraft = {
  name: '',
  grantCode: '',
  from: undefined,
  to: undefined,
};

export const sentFields = ({ name, grantCode, from, to }: ProgrammeFieldsDraft) => ({
  name,
  ...(grantCode.trim() === '' ? {} : { grantCode }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

interface ProgrammeFieldsProps {
  fields: ProgrammeFieldsDraft;
  onChange: (fields: ProgrammeFieldsDraft) => void;
}

/** What the association calls it, and for how long it is paid. */
export function ProgrammeFields({ fields, onChange }: ProgrammeFieldsProps) {
  const { t } = useTranslation('programmes');
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t('fields.name')}
          required
          maxLength={120}
          value={fields.name}
          onChange={(event) => onChange({ ...fields, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('fields.grantCode')}
          maxLength={60}
          value={fields.grantCode}
          onChange={(event) => onChange({ ...fields, grantCode: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="flex-start">
        <DateField
          label={t('fields.from')}
          value={fields.from}
          onChange={(from) => onChange({ ...fields, from })}
        />
        <DateField
          label={t('fields.to')}
          value={fields.to}
          onChange={(to) => onChange({ ...fields, to })}
        />
      </Group>
    </>
  );
}
