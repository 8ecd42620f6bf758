import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { filterFields } from '#domain/lists/filter-field.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { ConditionDraft } from './condition-draft.ts';
import classes from './lists.module.css';
import { useListChoices } from './use-list-choices.ts';

interface ConditionEditorProps {
  draft: ConditionDraft;
  onChange: (part: Partial<ConditionDraft>) => void;
}

/** The fields that one condition needs, and no others. */
export function ConditionEditor({ draft, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('lists');
  const { kind } = filterFields[draft.field];
  switch (kind) {
    case 'codes':
    case 'anyCodes':
      return <Codes draft={draft} onChange={onChange} />;
    case 'codesInPeriod':
      return (
        <>
          <Codes draft={draft} onChange={onChange} />
          <Period draft={draft} onChange={onChange} />
        </>
      );
    case 'period':
      return <Period draft={draft} onChange={onChange} />;
    case 'ahead':
    case 'silence':
      return <Days draft={draft} onChange={onChange} />;
    case 'age':
      return (
        <>
          {(['fromAge', 'toAge'] as const).map((part) => (
            <TextInput
              key={part}
              className={classes.number}
              label={t(`editor.${part}`)}
              inputMode="numeric"
              maxLength={3}
              autoComplete="off"
              value={draft[part]}
              onChange={(event) => onChange({ [part]: event.currentTarget.value })}
            />
          ))}
        </>
      );
    case 'flag':
      return (
        <NativeSelect
          label={t('editor.yesOrNo')}
          data={[
            { value: 'anyOf', label: t('words.yes') },
            { value: 'noneOf', label: t('words.no') },
          ]}
          value={draft.is}
          onChange={(event) =>
            onChange({ is: event.currentTarget.value === 'noneOf' ? 'noneOf' : 'anyOf' })
          }
        />
      );
    case 'text':
      return (
        <TextInput
          className={classes.wide}
          label={t('editor.text')}
          placeholder={t('editor.textPlaceholder')}
          dir="auto"
          maxLength={80}
          autoComplete="off"
          value={draft.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      );
  }
}

function Codes({ draft, onChange }: ConditionEditorProps) {
  const { t } = useTranslation(['lists', 'common']);
  const { label } = useLabels();
  const choicesFor = useListChoices();
  const mayBeEmpty = filterFields[draft.field].kind !== 'codes';
  return (
    <>
      <NativeSelect
        label={t(mayBeEmpty ? 'editor.yesOrNo' : 'editor.is')}
        data={[
          { value: 'anyOf', label: t(mayBeEmpty ? 'words.yes' : 'editor.anyOf') },
          { value: 'noneOf', label: t(mayBeEmpty ? 'words.no' : 'editor.noneOf') },
        ]}
        value={draft.is}
        onChange={(event) =>
          onChange({ is: event.currentTarget.value === 'noneOf' ? 'noneOf' : 'anyOf' })
        }
      />
      <MultiSelect
        className={classes.wide}
        label={label('filterFields', draft.field)}
        placeholder={draft.values.length > 0 ? '' : t(mayBeEmpty ? 'editor.any' : 'editor.choose')}
        searchable
        hidePickedOptions
        maxValues={40}
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={choicesFor(draft.field)}
        value={draft.values}
        onChange={(values) => onChange({ values })}
      />
    </>
  );
}

function Days({ draft, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('lists');
  return (
    <TextInput
      className={classes.number}
      label={t('editor.days')}
      inputMode="numeric"
      maxLength={4}
      autoComplete="off"
      value={draft.days}
      onChange={(event) => onChange({ days: event.currentTarget.value })}
    />
  );
}

function Period({ draft, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('lists');
  const isService = filterFields[draft.field].kind === 'codesInPeriod';
  const ways = isService
    ? (['ever', 'lastDays', 'between'] as const)
    : (['lastDays', 'between'] as const);
  return (
    <>
      <NativeSelect
        label={t('editor.when')}
        data={ways.map((way) => ({ value: way, label: t(`editor.whens.${way}`) }))}
        value={draft.when}
        onChange={(event) =>
          onChange({ when: ways.find((way) => way === event.currentTarget.value) ?? 'lastDays' })
        }
      />
      {draft.when === 'lastDays' && <Days draft={draft} onChange={onChange} />}
      {draft.when === 'between' && (
        <>
          <DateField
            label={t('editor.from')}
            value={draft.from}
            onChange={(from) => onChange({ from })}
          />
          <DateField label={t('editor.to')} value={draft.to} onChange={(to) => onChange({ to })} />
        </>
      )}
    </>
  );
}
