import { Alert, NumberInput, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { ProgrammeFields, type ProgrammeFieldsDraft, sentFields } from './programme-fields.tsx';

interface EditProgrammeDialogProps {
  programme: Programme;
  onClose: () => void;
}

interface EditDraft {
  fields: ProgrammeFieldsDraft;
  parameters: Record<string, number>;
}

const valuesOf = ({ parameters }: Programme) =>
  Object.fromEntries(parameters.map((one) => [one.code, one.value]));

/** Name, period, and what of the rules can be read in two ways; says whom another reading would concern. */
export function EditProgrammeDialog({ programme, onClose }: EditProgrammeDialogProps) {
  const { t } = useTranslation('programmes');
  const { id } = programme;
  const { values, change, kept, forget } = useKeptForm<EditDraft>({
    form: 'programme',
    subjectId: id,
    start: {
      fields: {
        name: programme.name,
        grantCode: programme.grantCode ?? '',
        from: programme.from,
        to: programme.to,
      },
      parameters: valuesOf(programme),
    },
  });
  const { fields, parameters } = values;
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: () => vault.programmes.save({ id, ...sentFields(fields), parameters }),
    onSuccess: () => {
      notifyDone(t('saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('edit')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete={fields.name.trim() !== ''}
      kept={kept}
    >
      <ProgrammeFields fields={fields} onChange={(now) => change({ fields: now })} />
      {programme.parameters.map((one) => (
        <ParameterField
          key={one.code}
          parameter={one}
          value={parameters[one.code] ?? one.value}
          onChange={(value) => change({ parameters: { ...parameters, [one.code]: value } })}
        />
      ))}
      <ConcernedPeople id={id} parameters={parameters} />
    </FormDialog>
  );
}

interface ParameterFieldProps {
  parameter: Programme['parameters'][number];
  value: number;
  onChange: (value: number) => void;
}

function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const { name, choices, quote, summary, source } = parameter;
  const said = quote ? `«${quote}»` : t('rules.summary', { summary });
  const common = { label: words(name), description: `${said} — ${source}` };
  if (choices) {
    return (
      <Select
        {...common}
        data={choices.map(String)}
        allowDeselect={false}
        value={String(value)}
        onChange={(chosen) => chosen && onChange(Number(chosen))}
      />
    );
  }
  return (
    <NumberInput
      {...common}
      min={0}
      max={10_000}
      allowDecimal={false}
      value={value}
      onChange={(typed) => typeof typed === 'number' && onChange(typed)}
    />
  );
}

function ConcernedPeople({ id, parameters }: { id: string; parameters: Record<string, number> }) {
  const { t } = useTranslation('programmes');
  const [asked] = useDebouncedValue(parameters, 300);
  const { data } = useQuery({
    queryKey: ['programmes', 'preview', id, asked],
    queryFn: () => vault.programmes.preview({ id, parameters: asked }),
    enabled: Object.keys(asked).length > 0,
  });
  if (!data || data.changed.length === 0) return null;
  return (
    <Alert color="yellow" title={t('preview.title', { count: data.changed.length })} role="status">
      <ul>
        {data.changed.map(({ personId, listedName, before, after }) => (
          <li key={personId}>
            <NameText>{listedName}</NameText>: {t(`outcomes.${before}`)}{' '}
            <IconArrowRight size={16} aria-hidden /> {t(`outcomes.${after}`)}
          </li>
        ))}
      </ul>
      {t('preview.text')}
    </Alert>
  );
}
