import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pilot } from '#api/network.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useMoney } from '#ui/i18n/use-money.ts';
import { useOrganisations } from '../directory/use-organisations.ts';
import classes from './network.module.css';
import type { PartProps } from './network-page.tsx';
import { PilotDialog } from './pilot-dialog.tsx';
import { UndertakingsPanel } from './undertakings-panel.tsx';
import { usePilots } from './use-network.ts';

/** What is being tried, how far it is, and what it has cost of its grant. */
export function PilotsPart({ programmeId }: PartProps) {
  const { t } = useTranslation('network');
  const [edited, setEdited] = useState<Pilot | 'new'>();
  const { data, error, refetch } = usePilots(programmeId);
  const add = <Button onClick={() => setEdited('new')}>{t('pilots.add')}</Button>;
  return (
    <Stack gap="lg">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={160} />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState icon={<IconFlask size={28} />} title={t('pilots.empty')} action={add}>
            {t('pilots.emptyText')}
          </EmptyState>
        </Panel>
      )}
      {data && data.items.length > 0 && <Group justify="flex-end">{add}</Group>}
      {data?.items.map((pilot) => (
        <Stack key={pilot.id} gap="lg">
          <PilotPanel pilot={pilot} onEdit={() => setEdited(pilot)} />
          <UndertakingsPanel
            kind="milestone"
            programmeId={pilot.details.programmeId}
            pilot={pilot}
          />
        </Stack>
      ))}
      {edited && (
        <PilotDialog
          pilot={edited === 'new' ? undefined : edited}
          programmeId={programmeId}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  );
}

function PilotPanel({ pilot, onEdit }: { pilot: Pilot; onEdit: () => void }) {
  const { t } = useTranslation('network');
  const dates = useDates();
  const money = useMoney();
  const organisations = useOrganisations({ showArchived: true }) ?? [];
  const { details, spentCents, paidCents, overGrantCents } = pilot;
  const { programmeId, name, grantCents, from, to, associationIds, about } = details;
  const names = associationIds.flatMap(
    (id) => organisations.find((one) => one.id === id)?.name ?? [],
  );
  const share = Math.min(100, Math.round((100 * spentCents) / grantCents));
  return (
    <Panel
      title={<bdi>{name}</bdi>}
      hint={about && <bdi>{about}</bdi>}
      actions={
        <Button variant="default" onClick={onEdit}>
          {t('edit')}
        </Button>
      }
    >
      {overGrantCents !== undefined && (
        <Alert color="red" mb="md" role="status">
          {t('pilots.overGrant', { sum: money(overGrantCents), grant: money(grantCents) })}
        </Alert>
      )}
      <FactList
        facts={[
          { label: t('pilots.city'), value: pilot.organisationName },
          {
            label: t('programme'),
            value: (
              <Link to="/programmes/$programmeId" params={{ programmeId }}>
                {pilot.programmeName}
              </Link>
            ),
          },
          {
            label: t('pilots.period'),
            value:
              (from || to) &&
              t('pilots.fromTo', {
                from: from ? dates.day(from) : '…',
                to: to ? dates.day(to) : '…',
              }),
          },
          { label: t('pilots.withAssociations'), value: listed(names) },
          {
            label: t('pilots.spent'),
            value: (
              <>
                {t('pilots.spentOf', { spent: money(spentCents), grant: money(grantCents) })}
                <div className={classes.meter} data-over={overGrantCents !== undefined} aria-hidden>
                  <span style={{ inlineSize: `${share}%` }} />
                </div>
                {t('pilots.paid', { sum: money(paidCents) })}
              </>
            ),
          },
        ]}
      />
      <p className={classes.quote}>{t('pilots.ledgerHint')}</p>
    </Panel>
  );
}
