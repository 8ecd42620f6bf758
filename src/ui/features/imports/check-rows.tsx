import { Button, Checkbox, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf, VaultContract } from '#api/contract.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './imports.module.css';

export type FileCheck = OutputOf<VaultContract, 'imports.check'>;

/** More lines than these are read by nobody; all of them stand in the file to correct. */
const MOST_LISTED = 20;

export interface LeaveOut {
  problems: boolean;
  duplicates: boolean;
}

interface CheckRowsProps {
  check: FileCheck;
  leaveOut: LeaveOut;
  onLeaveOut: (leaveOut: LeaveOut) => void;
  onSaveProblems: () => void;
  onBack: () => void;
  onSave: () => void;
}

export function CheckRows(props: CheckRowsProps) {
  const { check, leaveOut, onLeaveOut, onSaveProblems, onBack, onSave } = props;
  const { t } = useTranslation('imports');
  const dates = useDates();
  const labels = useLabels();
  const count = check.readyCount - (leaveOut.duplicates ? check.duplicateCount : 0);
  return (
    <Stack gap="lg">
      <Panel title={t('check.title')} hint={t('check.hint')}>
        <Group gap="sm">
          <Tag tone="good">{t('check.ready', { count: check.readyCount })}</Tag>
          {check.duplicateCount > 0 && (
            <Tag tone="attention">{t('check.duplicates', { count: check.duplicateCount })}</Tag>
          )}
          {check.problemCount > 0 && (
            <Tag tone="bad">{t('check.problems', { count: check.problemCount })}</Tag>
          )}
        </Group>
        {check.preview.length > 0 && (
          <div className={classes.frame}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('check.row')}</th>
                  <th scope="col">{t('check.name')}</th>
                  <th scope="col">{t('fields.birth')}</th>
                  <th scope="col">{t('fields.nationality')}</th>
                  <th scope="col">{t('fields.legalStatus')}</th>
                </tr>
              </thead>
              <tbody>
                {check.preview.slice(0, 8).map((one) => (
                  <tr key={one.row}>
                    <td>{one.row}</td>
                    <td>
                      <NameText>{one.listedName}</NameText>
                    </td>
                    <td>{one.birth && dates.partial(one.birth)}</td>
                    <td>{one.nationality && labels.country(one.nationality)}</td>
                    <td>{one.legalStatus && labels.label('legalStatuses', one.legalStatus)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      {check.duplicateCount > 0 && (
        <Panel title={t('check.duplicatesTitle')} hint={t('check.duplicatesHint')}>
          <ul className={classes.lines}>
            {check.duplicates.slice(0, MOST_LISTED).map((one) => (
              <li key={one.row}>
                {t('check.rowNumber', { row: one.row })} <NameText>{one.listedName}</NameText>
                {' · '}
                {t(one.personId ? 'check.likePerson' : 'check.likeRow', { row: one.likeRow ?? 0 })}{' '}
                <NameText>{one.likeName}</NameText>
              </li>
            ))}
          </ul>
          <OtherRows count={check.duplicateCount - MOST_LISTED} />
          <Checkbox
            mt="md"
            label={t('check.leaveDuplicates')}
            checked={leaveOut.duplicates}
            onChange={(event) =>
              onLeaveOut({ ...leaveOut, duplicates: event.currentTarget.checked })
            }
          />
        </Panel>
      )}
      {check.problemCount > 0 && (
        <Panel
          title={t('check.problemsTitle')}
          hint={t('check.problemsHint')}
          actions={
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={onSaveProblems}
            >
              {t('check.saveProblems')}
            </Button>
          }
        >
          <ul className={classes.lines}>
            {check.problems.slice(0, MOST_LISTED).map(({ row, problems }) => (
              <li key={row}>
                {t('check.rowNumber', { row })}{' '}
                {problems
                  .map(
                    ({ field, problem }) => `${t(`fields.${field}`)}: ${t(`problems.${problem}`)}`,
                  )
                  .join('; ')}
              </li>
            ))}
          </ul>
          <OtherRows count={check.problemCount - MOST_LISTED} />
          <Checkbox
            mt="md"
            label={t('check.leaveProblems')}
            checked={leaveOut.problems}
            onChange={(event) => onLeaveOut({ ...leaveOut, problems: event.currentTarget.checked })}
          />
        </Panel>
      )}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button
          size="md"
          onClick={onSave}
          disabled={count === 0 || (check.problemCount > 0 && !leaveOut.problems)}
        >
          {t('check.save', { count })}
        </Button>
      </Group>
    </Stack>
  );
}

function OtherRows({ count }: { count: number }) {
  const { t } = useTranslation('imports');
  if (count <= 0) return null;
  return (
    <Text size="sm" mt="xs">
      {t('check.otherRows', { count })}
    </Text>
  );
}

interface WorkingProps {
  title: string;
  progress: { done: number; total: number } | undefined;
  onStop: () => void;
}

/** While many rows are read or written: how far it is, and a way to stop. */
export function Working({ title, progress, onStop }: WorkingProps) {
  const { t } = useTranslation('imports');
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  return (
    <Panel>
      <Stack gap="md" role="status">
        <Title order={2}>{title}</Title>
        <Progress value={share} aria-label={title} />
        {progress && (
          <Text size="sm">{t('working', { done: progress.done, total: progress.total })}</Text>
        )}
        <Group>
          <Button variant="default" onClick={onStop}>
            {t('stop')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
