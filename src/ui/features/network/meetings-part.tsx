import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommunityMeeting } from '#api/network.ts';
import { countAttendees, countNeeds } from '#domain/network/community-meeting.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import table from '#ui/components/data-table.module.css';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ExportDialog } from './export-dialog.tsx';
import { MeetingDialog } from './meeting-dialog.tsx';
import classes from './network.module.css';
import type { PartProps } from './network-page.tsx';
import { UndertakingsPanel } from './undertakings-panel.tsx';
import { useCommunities } from './use-communities.ts';
import { useMeetings } from './use-network.ts';

/** Who was met, what they asked for, and what they were promised. */
export function MeetingsPart({ programmeId }: PartProps) {
  const { t } = useTranslation('network');
  const isCoordinator = useSession().user.role === 'coordinator';
  const [edited, setEdited] = useState<CommunityMeeting | 'new'>();
  const [isExporting, setExporting] = useState(false);
  const { data, error, refetch } = useMeetings(programmeId);
  const meetings = data?.items ?? [];
  return (
    <Stack gap="lg">
      <Panel
        title={t('meetings.title')}
        hint={meetings.length > 0 && <Summary meetings={meetings} />}
        actions={
          <Group gap="xs">
            {isCoordinator && meetings.length > 0 && (
              <Button variant="default" onClick={() => setExporting(true)}>
                {t('export.button')}
              </Button>
            )}
            <Button onClick={() => setEdited('new')}>{t('meetings.add')}</Button>
          </Group>
        }
      >
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton height={160} />}
        {data && meetings.length === 0 && (
          <EmptyState icon={<IconUsersGroup size={28} />} title={t('meetings.empty')}>
            {t('meetings.emptyText')}
          </EmptyState>
        )}
        {meetings.length > 0 && <MeetingTable meetings={meetings} onEdit={setEdited} />}
      </Panel>
      {meetings.length > 0 && (
        <>
          <Needs meetings={meetings} />
          <UndertakingsPanel kind="followUp" programmeId={programmeId} meetings={meetings} />
        </>
      )}
      {edited && (
        <MeetingDialog
          meeting={edited === 'new' ? undefined : edited}
          programmeId={programmeId}
          onClose={() => setEdited(undefined)}
        />
      )}
      {isExporting && (
        <ExportDialog
          what="meetings"
          fileName="approdo-meetings"
          write={(file) =>
            vault.communityMeetings.export({ ...file, ...(programmeId ? { programmeId } : {}) })
          }
          onClose={() => setExporting(false)}
        />
      )}
    </Stack>
  );
}

function Summary({ meetings }: { meetings: readonly CommunityMeeting[] }) {
  const { t } = useTranslation('network');
  const details = meetings.map((one) => one.details);
  return t('meetings.summary', {
    meetings: t('meetings.count', { count: details.length }),
    people: t('meetings.people', {
      count: details.reduce((sum, { attendees }) => sum + countAttendees(attendees), 0),
    }),
    associations: t('meetings.associations', {
      count: new Set(details.flatMap(({ associationIds }) => associationIds)).size,
    }),
  });
}

interface MeetingTableProps {
  meetings: readonly CommunityMeeting[];
  onEdit: (meeting: CommunityMeeting) => void;
}

const SHOWN_AT_FIRST = 5;

function MeetingTable({ meetings, onEdit }: MeetingTableProps) {
  const { t } = useTranslation('network');
  const dates = useDates();
  const labels = useLabels();
  const communities = useCommunities();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? meetings : meetings.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <DataTable
        caption={t('meetings.title')}
        columns={(['community', 'heldOn', 'people', 'associations', 'needs'] as const).map(
          (key) => ({ key, label: t(`meetings.columns.${key}`) }),
        )}
      >
        {shown.map((meeting) => {
          const { community, heldOn, attendees, associationIds, needs } = meeting.details;
          const codes = [...new Set(needs.map(({ need }) => need))];
          return (
            <tr key={meeting.id}>
              <td>
                <button type="button" className={table.rowLink} onClick={() => onEdit(meeting)}>
                  {communities.name(community)}
                </button>
              </td>
              <td>{dates.day(heldOn)}</td>
              <td>{countAttendees(attendees)}</td>
              <td>{associationIds.length}</td>
              <td>{listed(codes.map((code) => labels.label('communityNeeds', code)))}</td>
            </tr>
          );
        })}
      </DataTable>
      {shown.length < meetings.length && (
        <Button mt="sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('meetings.showAll', { count: meetings.length })}
        </Button>
      )}
    </>
  );
}

const MOST_NEEDS = 6;

/** What comes up again and again, the most frequent first. */
function Needs({ meetings }: { meetings: readonly CommunityMeeting[] }) {
  const { t } = useTranslation('network');
  const labels = useLabels();
  const counts = countNeeds(meetings.map((one) => one.details)).slice(0, MOST_NEEDS);
  const most = counts[0]?.[1] ?? 1;
  if (counts.length === 0) return null;
  return (
    <Panel title={t('needs.title')} hint={t('needs.hint')}>
      <ul className={classes.bars}>
        {counts.map(([need, count]) => (
          <li key={need}>
            <span>{labels.label('communityNeeds', need)}</span>
            <span
              className={classes.bar}
              style={{ inlineSize: `${(100 * count) / most}%` }}
              aria-hidden
            />
            <span>{t('needs.times', { count })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
