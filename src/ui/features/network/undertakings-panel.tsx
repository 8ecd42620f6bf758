import { Button, Group, Skeleton } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommunityMeeting, Pilot, Undertaking } from '#api/network.ts';
import { type UndertakingKind, undertakingStateOn } from '#domain/network/undertaking.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { UndertakingDialog } from './undertaking-dialog.tsx';
import { useCommunities } from './use-communities.ts';
import { useUndertakings } from './use-network.ts';

interface UndertakingsPanelProps {
  kind: UndertakingKind;
  programmeId: string | undefined;
  /** To choose from, of a follow-up. */
  meetings?: readonly CommunityMeeting[];
  /** Of a milestone: only those of this pilot are shown. */
  pilot?: Pilot;
}

/** What somebody said they would do: what is late first to be seen, then what is open, then what is done. */
export function UndertakingsPanel(props: UndertakingsPanelProps) {
  const { kind, programmeId, meetings, pilot } = props;
  const { t } = useTranslation('network');
  const { today } = useSession();
  const [edited, setEdited] = useState<Undertaking | 'new'>();
  const { data, error, refetch } = useUndertakings(programmeId, kind);
  const items = data?.items.filter(({ details }) => !pilot || details.pilotId === pilot.id) ?? [];
  const count = (state: string) =>
    items.filter(({ details }) => undertakingStateOn(details, today) === state).length;
  const counts = (['overdue', 'open', 'done'] as const)
    .map((state) => ({ state, number: count(state) }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => t(`undertakings.counts.${state}`, { count: number }));
  return (
    <Panel
      title={t(`undertakings.${kind}.title`)}
      hint={counts.length > 0 && inOneLine(counts)}
      actions={
        <Button
          variant={kind === 'recommendation' ? 'filled' : 'light'}
          onClick={() => setEdited('new')}
        >
          {t(`undertakings.${kind}.add`)}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {data && items.length === 0 && (
        <EmptyState icon={<IconChecklist size={28} />} title={t(`undertakings.${kind}.empty`)}>
          {t(`undertakings.${kind}.emptyText`)}
        </EmptyState>
      )}
      <ul className={lines.lines} aria-label={t(`undertakings.${kind}.title`)}>
        {items.map((one) => (
          <li key={one.id} className={lines.line}>
            <UndertakingLine undertaking={one} onEdit={() => setEdited(one)} />
          </li>
        ))}
      </ul>
      {edited && (
        <UndertakingDialog
          kind={kind}
          undertaking={edited === 'new' ? undefined : edited}
          programmeId={programmeId}
          meetings={meetings}
          pilotId={pilot?.id}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

const tones = { overdue: 'bad', open: 'calm', done: 'good' } as const;

function UndertakingLine({
  undertaking,
  onEdit,
}: {
  undertaking: Undertaking;
  onEdit: () => void;
}) {
  const { t } = useTranslation('network');
  const { today } = useSession();
  const dates = useDates();
  const communities = useCommunities();
  const { id, details, organisationName, community } = undertaking;
  const { what, owner, dueOn, doneOn, outcome } = details;
  const state = undertakingStateOn(details, today);
  const done = useMutation({
    mutationFn: () => vault.undertakings.save({ id, details: { ...details, doneOn: today } }),
    onSuccess: () =>
      notifyWithUndo(
        t('undertakings.markedDone'),
        () => void vault.undertakings.save({ id, details }),
      ),
  });
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          <bdi>{what}</bdi> <Tag tone={tones[state]}>{t(`undertakings.states.${state}`)}</Tag>
        </p>
        <p className={lines.soft}>
          {inOneLine([
            community && communities.name(community),
            organisationName,
            t('undertakings.by', { owner }),
            doneOn
              ? t('undertakings.doneOn', { date: dates.day(doneOn) })
              : t('undertakings.dueOn', { date: dates.day(dueOn) }),
          ])}
        </p>
        {outcome && (
          <p className={lines.soft}>
            <bdi>{outcome}</bdi>
          </p>
        )}
        <ErrorNotice error={done.error} />
      </div>
      <Group gap="xs">
        {state !== 'done' && (
          <Button
            size="compact-md"
            variant="light"
            loading={done.isPending}
            aria-label={t('undertakings.markDoneOf', { what })}
            onClick={() => done.mutate()}
          >
            {t('undertakings.markDone')}
          </Button>
        )}
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('undertakings.editOf', { what })}
          onClick={onEdit}
        >
          {t('edit')}
        </Button>
      </Group>
    </>
  );
}
