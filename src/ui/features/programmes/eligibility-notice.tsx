import { Alert, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EligibilityAnswer } from '#api/enrolments.ts';
import type { ProgrammeQuestion, RuleInWords } from '#api/programmes.ts';
import { useSession } from '#ui/app/session.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { MissingFacts } from './missing-facts.tsx';
import { RuleWordsOf } from './rule-words-of.tsx';

const colors = { eligible: 'teal', notEligible: 'red', missing: 'yellow' } as const;

interface EligibilityNoticeProps {
  found: EligibilityAnswer;
  personId: string;
  questions: readonly ProgrammeQuestion[];
}

/** What the rules say, and the sentence each no comes from. */
export function EligibilityNotice({ found, personId, questions }: EligibilityNoticeProps) {
  const { t } = useTranslation('programmes');
  const dates = useDates();
  const isCoordinator = useSession().user.role === 'coordinator';
  const { outcome, until, missing, failed, warnings } = found;
  return (
    <Alert color={colors[outcome]} title={t(`notice.${outcome}`)} role="status">
      <Stack gap="xs">
        {until && <span>{t('candidates.until', { date: dates.day(until) })}</span>}
        {missing.length > 0 && (
          <MissingFacts missing={missing} personId={personId} questions={questions} />
        )}
        <Rules rules={failed} />
        {warnings.length > 0 && <span>{t('notice.warnings')}</span>}
        <Rules rules={warnings} />
        {outcome !== 'eligible' && (
          <span>{t(isCoordinator ? 'notice.youDecide' : 'notice.askCoordinator')}</span>
        )}
      </Stack>
    </Alert>
  );
}

function Rules({ rules }: { rules: readonly RuleInWords[] }) {
  return rules.map((rule) => <RuleWordsOf key={rule.code} rule={rule} />);
}
