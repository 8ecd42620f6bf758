import { Alert, Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ImportField, importFields } from '#domain/imports/import-field.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { fieldsChosenTwice, hasName, type ImportDraft, type OpenedFile } from './import-draft.ts';
import classes from './imports.module.css';

interface ChooseColumnsProps {
  file: OpenedFile;
  draft: ImportDraft;
  isWorking: boolean;
  /** Another sheet of the same file, counted from 1. */
  onSheet: (sheet: number) => void;
  onChange: (draft: ImportDraft) => void;
  onNext: () => void;
}

export function ChooseColumns(props: ChooseColumnsProps) {
  const { file, draft, isWorking, onSheet, onChange, onNext } = props;
  const { t } = useTranslation('imports');
  const dates = useDates();
  const twice = fieldsChosenTwice(draft);
  const hasDates = Object.values(draft.fields).some((one) => /birth$|Exit$|Expiry$/.test(one));
  const setField = (index: number, field: string) => {
    const { [index]: _, ...others } = draft.fields;
    onChange({
      ...draft,
      fields: field === '' ? others : { ...others, [index]: field as ImportField },
    });
  };
  return (
    <Panel title={t('columns.title')} hint={t('columns.hint', { count: file.rowCount })}>
      {file.importedBeforeOn && (
        <Alert color="yellow" mb="md" icon={<IconInfoCircle aria-hidden />}>
          {t('columns.before', { date: dates.day(file.importedBeforeOn) })}
        </Alert>
      )}
      {file.sheets.length > 1 && (
        <NativeSelect
          mb="md"
          label={t('columns.sheet')}
          description={t('columns.sheetHint')}
          disabled={isWorking}
          value={String(file.sheet)}
          onChange={(event) => onSheet(Number(event.currentTarget.value))}
          data={file.sheets.map((name, index) => ({ value: String(index + 1), label: name }))}
        />
      )}
      <div className={classes.frame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('columns.column')}</th>
              <th scope="col">{t('columns.examples')}</th>
              <th scope="col">{t('columns.means')}</th>
            </tr>
          </thead>
          <tbody>
            {file.columns.map(({ index, heading, samples }) => {
              const name = heading || t('columns.nameless', { number: index + 1 });
              const field = draft.fields[index];
              return (
                <tr key={index}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td className={classes.samples}>
                    {samples.map((sample) => (
                      <bdi key={sample}>{sample}</bdi>
                    ))}
                  </td>
                  <td>
                    <NativeSelect
                      aria-label={t('columns.meansOf', { column: name })}
                      value={field ?? ''}
                      onChange={(event) => setField(index, event.currentTarget.value)}
                      error={field && twice.includes(field) ? t('columns.twice') : undefined}
                      data={[
                        { value: '', label: t('columns.leaveOut') },
                        ...importFields.map((one) => ({ value: one, label: t(`fields.${one}`) })),
                      ]}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Group mt="md" align="flex-end" gap="lg">
        <Checkbox
          label={t('columns.headings')}
          checked={draft.hasHeadings}
          onChange={(event) => onChange({ ...draft, hasHeadings: event.currentTarget.checked })}
        />
        {hasDates && (
          <NativeSelect
            label={t('columns.dates')}
            value={draft.dateOrder}
            onChange={(event) =>
              onChange({
                ...draft,
                dateOrder: event.currentTarget.value as ImportDraft['dateOrder'],
              })
            }
            data={[
              { value: 'dayFirst', label: t('columns.dayFirst') },
              { value: 'monthFirst', label: t('columns.monthFirst') },
              { value: 'yearFirst', label: t('columns.yearFirst') },
            ]}
          />
        )}
      </Group>
      <Group justify="flex-end" mt="lg">
        {!hasName(draft) && <span className={classes.missing}>{t('columns.needsName')}</span>}
        <Button onClick={onNext} loading={isWorking} disabled={!hasName(draft) || twice.length > 0}>
          {t('next')}
        </Button>
      </Group>
    </Panel>
  );
}
