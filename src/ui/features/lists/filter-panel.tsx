import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition } from '#domain/lists/condition.ts';
import { type FilterFieldKey, filterFieldKeys, filterGroups } from '#domain/lists/filter-field.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { conditionOf, draftFrom, draftOf } from './condition-draft.ts';
import { ConditionEditor } from './condition-editor.tsx';
import classes from './lists.module.css';

interface FilterPanelProps {
  /** The condition that is being changed; absent for a new one. */
  edited: Condition | undefined;
  onDone: (condition: Condition) => void;
  onClose: () => void;
}

const groups = ['caseFile', 'person', 'situation', 'work'] as const;

/** One condition at a time: what about, then which. */
export function FilterPanel({ edited, onDone, onClose }: FilterPanelProps) {
  const { t } = useTranslation(['lists', 'common']);
  const { label } = useLabels();
  const [draft, setDraft] = useState(edited && draftFrom(edited));
  const [wasAsked, setAsked] = useState(false);
  const condition = draft && conditionOf(draft);
  const choose = (key: string) => {
    const field = filterFieldKeys.find((one) => one === key);
    setDraft(field && draftOf(field));
    setAsked(false);
  };
  const labelled = (field: FilterFieldKey) => ({
    value: field,
    label: label('filterFields', field),
  });
  return (
    <form
      className={classes.panel}
      aria-label={t('panel')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (condition) onDone(condition);
      }}
    >
      <div className={classes.fields}>
        <NativeSelect
          label={t('field')}
          data={[
            { value: '', label: t('common:forms.chooseOne') },
            ...groups.map((group) => ({
              group: t(`groups.${group}`),
              items: (filterGroups[group] ?? []).map(labelled),
            })),
          ]}
          value={draft?.field ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
          data-autofocus
        />
        {draft && (
          <ConditionEditor draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
        )}
      </div>
      {wasAsked && !condition && (
        <p className={classes.missing} role="alert">
          {t('incomplete')}
        </p>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common:actions.close')}
        </Button>
        <Button type="submit" disabled={!draft}>
          {t(edited ? 'apply' : 'add')}
        </Button>
      </Group>
    </form>
  );
}
