import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { useSaveFile } from '../documents/use-save-file.ts';
import { LedgerPanel } from '../ledgers/ledger-panel.tsx';
import { TotalsPanel } from '../ledgers/totals-panel.tsx';
import { CandidatesPanel } from './candidates-panel.tsx';
import { EditProgrammeDialog } from './edit-programme-dialog.tsx';
import { EnrolmentsPanel } from './enrolments-panel.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { usePeriodWords } from './use-period-words.ts';

export function ProgrammePage() {
  const { t } = useTranslation('programmes');
  const { programmeId } = useParams({ from: '/programmes/$programmeId' });
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'get', programmeId],
    queryFn: () => vault.programmes.get({ id: programmeId }),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  const hasPeople = data.stages.length > 0 || data.rules.length > 0;
  return (
    <>
      <BackLink to="/programmes">{t('back')}</BackLink>
      <Heading programme={data} />
      <Stack gap="lg">
        <Facts programme={data} />
        {hasPeople && <EnrolmentsPanel programme={data} />}
        {hasPeople && data.isOpen && <CandidatesPanel programme={data} />}
        {data.stages.some(({ reached }) => reached > 0) && <FunnelPanel stages={data.stages} />}
        <Money programme={data} hasPeople={hasPeople} />
        {data.rules.length > 0 && <RulesPanel programme={data} />}
      </Stack>
    </>
  );
}

function Money({ programme, hasPeople }: { programme: Programme; hasPeople: boolean }) {
  const isCoordinator = useSession().user.role === 'coordinator';
  const { id: programmeId, hasBudget } = programme;
  if (!hasBudget) return null;
  return (
    <>
      {!hasPeople && <LedgerPanel whose={{ programmeId }} />}
      {isCoordinator && <TotalsPanel programmeId={programmeId} />}
    </>
  );
}

function Heading({ programme }: { programme: Programme }) {
  const { t } = useTranslation(['programmes', 'matches']);
  const words = useRuleWords();
  const isCoordinator = useSession().user.role === 'coordinator';
  const [isEditing, setEditing] = useState(false);
  const { id, isOpen, kinds } = programme;
  const saving = useSaveFile();
  const exportTemplate = () =>
    saving.mutate({
      suggestedName: `modello-${programme.templateCode}.json`,
      format: 'json',
      write: (grant) => vault.programmeTemplates.export({ id, grant }),
    });
  const turn = useMutation({
    mutationFn: () => (isOpen ? vault.programmes.close({ id }) : vault.programmes.reopen({ id })),
    onSuccess: () => notifyDone(t(isOpen ? 'closedNow' : 'reopened')),
  });
  return (
    <>
      <PageHeading
        lead={words(programme.about)}
        actions={
          <Group gap="xs">
            {kinds.includes('pathwayMatching') && (
              <LinkButton to="/programmes/$programmeId/matching" params={{ programmeId: id }}>
                {t('matches:open')}
              </LinkButton>
            )}
            {isCoordinator && (
              <>
                <Button variant="default" onClick={() => setEditing(true)}>
                  {t('edit')}
                </Button>
                <Button variant="subtle" loading={saving.isPending} onClick={exportTemplate}>
                  {t('template.export')}
                </Button>
                <Button variant="subtle" loading={turn.isPending} onClick={() => turn.mutate()}>
                  {t(isOpen ? 'close' : 'reopen')}
                </Button>
              </>
            )}
          </Group>
        }
      >
        {programme.name} {!isOpen && <Tag>{t('closed')}</Tag>}
      </PageHeading>
      <ErrorNotice error={turn.error} />
      {isEditing && <EditProgrammeDialog programme={programme} onClose={() => setEditing(false)} />}
    </>
  );
}

function Facts({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const dates = useDates();
  const period = usePeriodWords();
  const { enrolled, waiting, overridden, left, indicators } = programme;
  return (
    <Panel>
      <FactList
        facts={[
          { label: t('facts.template'), value: words(programme.templateName) },
          { label: t('facts.funder'), value: programme.funder },
          { label: t('fields.grantCode'), value: programme.grantCode },
          { label: t('facts.period'), value: period(programme) },
          { label: t('facts.enrolled'), value: String(enrolled) },
          { label: t('facts.waiting'), value: waiting > 0 && String(waiting) },
          { label: t('facts.left'), value: left > 0 && String(left) },
          { label: t('facts.overridden'), value: overridden > 0 && String(overridden) },
          {
            label: t('facts.indicators'),
            value: indicators
              .map(({ name, funderCode, target }) =>
                [
                  words(name),
                  funderCode && `(${funderCode})`,
                  target !== undefined && t('facts.target', { count: target }),
                ]
                  .filter(Boolean)
                  .join(' '),
              )
              .join('; '),
          },
          {
            label: t('facts.source'),
            value: t('facts.sourceOn', {
              source: programme.source,
              date: dates.day(programme.checkedOn),
            }),
          },
        ]}
      />
    </Panel>
  );
}
