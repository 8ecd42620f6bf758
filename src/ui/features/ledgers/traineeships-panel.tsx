import { Button, Group } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Traineeship } from '#api/ledgers.ts';
import { attendedPercent } from '#domain/programmes/traineeship.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './ledgers.module.css';
import { MonthDialog } from './month-dialog.tsx';
import { TraineeshipDialog } from './traineeship-dialog.tsx';

interface TraineeshipsPanelProps {
  traineeships: readonly Traineeship[];
  enrolmentId: string;
  personId: string | undefined;
}

/** Hours and attendance, beside the money they are paid with. */
export function TraineeshipsPanel(props: TraineeshipsPanelProps) {
  const { traineeships, enrolmentId, personId } = props;
  const { t } = useTranslation('ledgers');
  const [edited, setEdited] = useState<Traineeship | 'new'>();
  const [noted, setNoted] = useState<Traineeship>();
  return (
    <Panel
      title={t('traineeships.title')}
      actions={
        <Button variant="light" onClick={() => setEdited('new')}>
          {t('traineeships.add')}
        </Button>
      }
    >
      {traineeships.length === 0 && (
        <EmptyState icon={<IconBriefcase size={28} />} title={t('traineeships.empty')}>
          {t('traineeships.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines}>
        {traineeships.map((one) => (
          <li key={one.id} className={lines.line}>
            <TraineeshipLine
              traineeship={one}
              onEdit={() => setEdited(one)}
              onRecord={() => setNoted(one)}
            />
          </li>
        ))}
      </ul>
      {edited && (
        <TraineeshipDialog
          enrolmentId={enrolmentId}
          personId={personId}
          traineeship={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {noted && (
        <MonthDialog
          enrolmentId={enrolmentId}
          personId={personId}
          traineeship={noted}
          onClose={() => setNoted(undefined)}
        />
      )}
    </Panel>
  );
}

interface TraineeshipLineProps {
  traineeship: Traineeship;
  onEdit: () => void;
  onRecord: () => void;
}

function TraineeshipLine({ traineeship, onEdit, onRecord }: TraineeshipLineProps) {
  const { t } = useTranslation('ledgers');
  const dates = useDates();
  const { details, months } = traineeship;
  const { host, tutor } = details;
  const percent = attendedPercent(months);
  const facts = [
    t('traineeships.facts', {
      from: dates.day(details.from),
      to: dates.day(details.to),
      hours: details.weeklyHours,
    }),
    tutor && t('traineeships.tutorIs', { name: tutor }),
    percent !== undefined && t('traineeships.attended', { percent }),
  ];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>{host}</p>
        <p className={lines.soft}>{inOneLine(facts)}</p>
      </div>
      <Group gap="xs">
        <Button
          size="compact-md"
          variant="light"
          aria-label={t('traineeships.recordOf', { host })}
          onClick={onRecord}
        >
          {t('traineeships.record')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('traineeships.editOf', { host })}
          onClick={onEdit}
        >
          {t('traineeships.edit')}
        </Button>
      </Group>
      {months.length > 0 && <Months months={months} />}
    </>
  );
}

function Months({ months }: { months: Traineeship['months'] }) {
  const { t } = useTranslation('ledgers');
  const dates = useDates();
  return (
    <div className={classes.months}>
      <DataTable
        caption={t('traineeships.caption')}
        columns={(['month', 'hours', 'present', 'absent'] as const).map((key) => ({
          key,
          label: t(`traineeships.${key}`),
        }))}
      >
        {months.map(({ month, minutes, daysPresent, daysAbsent }) => (
          <tr key={month}>
            <td>{dates.month(`${month}-01`)}</td>
            <td>{minutes / 60}</td>
            <td>{daysPresent}</td>
            <td>{daysAbsent}</td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}
