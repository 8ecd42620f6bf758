import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dossier, PlanSectionShown } from '#api/enterprises.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { MoneyField } from '#ui/components/money-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useMoney } from '#ui/i18n/use-money.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import classes from './enterprises.module.css';

interface AmountDraft {
  key: string;
  what: string;
  cents: number | undefined;
}

interface Typed {
  words: string;
  amounts: AmountDraft[];
}

interface SectionDialogProps {
  dossier: Dossier;
  section: PlanSectionShown;
  onClose: () => void;
}

const MOST = 20;

const isEmpty = ({ what, cents }: AmountDraft) => what.trim() === '' && cents === undefined;
const isWhole = ({ what, cents }: AmountDraft) => what.trim() !== '' && cents !== undefined;

/** What is there, or an empty row to begin with. */
function begunWith(amounts: PlanSectionShown['content']['amounts'], hasRows: boolean) {
  const rows: AmountDraft[] = amounts.map((one, index) => ({ ...one, key: String(index) }));
  return rows.length === 0 && hasRows ? [{ key: '0', what: '', cents: undefined }] : rows;
}

/** One section of the plan, with the question it answers. */
export function SectionDialog({ dossier, section, onClose }: SectionDialogProps) {
  const { t } = useTranslation('enterprises');
  const ruleWords = useRuleWords();
  const { enrolmentId, personId } = dossier;
  const { code, content, holds } = section;
  const { values, change, kept, forget } = useKeptForm<Typed>({
    form: 'planSection',
    subjectId: `${enrolmentId}:${code}`,
    personId,
    start: {
      words: content.words,
      amounts: begunWith(content.amounts, holds !== 'words'),
    },
  });
  const close = () => {
    forget();
    onClose();
  };
  const amounts = values.amounts.filter((one) => !isEmpty(one));
  const save = useMutation({
    mutationFn: () =>
      vault.businessPlans.save({
        enrolmentId,
        section: code,
        content: {
          words: values.words,
          amounts: amounts.map(({ what, cents = 0 }) => ({ what, cents })),
        },
      }),
    onSuccess: () => {
      notifyDone(t('plan.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={ruleWords(section.name)}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete={amounts.every(isWhole)}
    >
      <Text size="sm">{ruleWords(section.asks)}</Text>
      {holds !== 'words' && (
        <AmountFields amounts={values.amounts} onChange={(next) => change({ amounts: next })} />
      )}
      <LongTextField
        label={t(holds === 'words' ? 'plan.words' : 'plan.note')}
        maxLength={3000}
        rows={holds === 'words' ? [6, 14] : [2, 6]}
        data-autofocus={holds === 'words' || undefined}
        value={values.words}
        onChange={(words) => change({ words })}
      />
    </FormDialog>
  );
}

interface AmountFieldsProps {
  amounts: AmountDraft[];
  onChange: (amounts: AmountDraft[]) => void;
}

function AmountFields({ amounts, onChange }: AmountFieldsProps) {
  const { t } = useTranslation('enterprises');
  const money = useMoney();
  const set = (key: string, part: Partial<AmountDraft>) =>
    onChange(amounts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const last = Math.max(-1, ...amounts.map(({ key }) => Number(key)));
  const sum = amounts.reduce((all, { cents = 0 }) => all + cents, 0);
  return (
    <Stack gap="xs">
      {amounts.map(({ key, what, cents }, index) => (
        <div key={key} className={classes.amount}>
          <TextInput
            label={t('plan.item')}
            aria-label={t('plan.itemOf', { number: index + 1 })}
            dir="auto"
            maxLength={120}
            value={what}
            onChange={(event) => set(key, { what: event.currentTarget.value })}
          />
          <MoneyField
            label={t('plan.amount')}
            isOptional
            value={cents}
            onChange={(typed) => set(key, { cents: typed })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t('plan.removeItem', { number: index + 1 })}
            onClick={() => onChange(amounts.filter((one) => one.key !== key))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group justify="space-between">
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={amounts.length >= MOST}
          onClick={() =>
            onChange([...amounts, { key: String(last + 1), what: '', cents: undefined }])
          }
        >
          {t('plan.addItem')}
        </Button>
        {sum > 0 && <Text fw={650}>{t('plan.sum', { sum: money(sum) })}</Text>}
      </Group>
    </Stack>
  );
}
