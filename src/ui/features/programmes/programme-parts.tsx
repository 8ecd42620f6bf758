import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { useSession } from '#ui/app/session.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { EnterpriseSums } from '../enterprises/enterprise-sums.tsx';
import { LedgerPanel } from '../ledgers/ledger-panel.tsx';
import { TotalsPanel } from '../ledgers/totals-panel.tsx';
import { CandidatesPanel } from './candidates-panel.tsx';
import { EnrolmentsPanel } from './enrolments-panel.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { usePeriodWords } from './use-period-words.ts';
import { useProgramme } from './use-programme.ts';

/** Some programmes are for nobody in particular: a campaign, a course for offices. */
export const hasPeople = ({ stages, rules }: Programme) => stages.length > 0 || rules.length > 0;

/** Who is in it, and how far they come. */
export function ProgrammePeople() {
  const isCoordinator = useSession().user.role === 'coordinator';
  const { data } = useProgramme();
  if (!data) return null;
  return (
    <Stack gap="lg">
      <Counts programme={data} />
      {hasPeople(data) && <EnrolmentsPanel programme={data} />}
      {data.stages.some(({ reached }) => reached > 0) && <FunnelPanel stages={data.stages} />}
      {data.kinds.includes('enterprise') && isCoordinator && (
        <EnterpriseSums programmeId={data.id} />
      )}
    </Stack>
  );
}

/** Who could join, and until when. */
export function ProgrammeCandidates() {
  const { data } = useProgramme();
  return data ? <CandidatesPanel programme={data} /> : null;
}

export function ProgrammeMoney() {
  const isCoordinator = useSession().user.role === 'coordinator';
  const { data } = useProgramme();
  if (!data?.hasBudget) return null;
  return (
    <Stack gap="lg">
      {!hasPeople(data) && <LedgerPanel whose={{ programmeId: data.id }} />}
      {isCoordinator && <TotalsPanel programmeId={data.id} />}
    </Stack>
  );
}

/** What was agreed with the funder, and whom the call is for. */
export function ProgrammeAbout() {
  const { data } = useProgramme();
  if (!data) return null;
  return (
    <Stack gap="lg">
      <Facts programme={data} />
      {data.rules.length > 0 && <RulesPanel programme={data} />}
    </Stack>
  );
}

function Counts({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const period = usePeriodWords();
  const { enrolled, waiting, overridden, left } = programme;
  return (
    <Panel>
      <FactList
        facts={[
          { label: t('facts.period'), value: period(programme) },
          { label: t('facts.enrolled'), value: String(enrolled) },
          { label: t('facts.waiting'), value: waiting > 0 && String(waiting) },
          { label: t('facts.left'), value: left > 0 && String(left) },
          { label: t('facts.overridden'), value: overridden > 0 && String(overridden) },
        ]}
      />
    </Panel>
  );
}

function Facts({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const dates = useDates();
  const period = usePeriodWords();
  const { indicators } = programme;
  return (
    <Panel>
      <FactList
        facts={[
          { label: t('facts.template'), value: words(programme.templateName) },
          { label: t('facts.funder'), value: programme.funder },
          { label: t('fields.grantCode'), value: programme.grantCode },
          { label: t('facts.period'), value: period(programme) },
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
