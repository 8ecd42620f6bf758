import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProgrammeQuestion } from '#api/programmes.ts';
import lines from '#ui/components/line-list.module.css';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

interface MissingFactsProps {
  missing: readonly string[];
  personId: string;
  questions: readonly ProgrammeQuestion[];
}

/** What is not known, each with the way to where it is filled in. Answers are given at the enrolment. */
export function MissingFacts({ missing, personId, questions }: MissingFactsProps) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const asked = (name: string) => questions.find((one) => name === `answer:${one.code}`);
  return (
    <p className={lines.soft}>
      {t('missing.label')}{' '}
      {missing.map((name, index) => {
        const question = asked(name);
        return (
          <span key={name}>
            {index > 0 && ', '}
            {question ? (
              words(question.asks)
            ) : name === 'unaccompanied' ? (
              <Link to="/people/$personId/needs" params={{ personId }}>
                {t(`missing.facts.${missingFactKey(name)}`)}
              </Link>
            ) : (
              <Link to="/people/$personId/edit" params={{ personId }}>
                {t(`missing.facts.${missingFactKey(name)}`)}
              </Link>
            )}
          </span>
        );
      })}
    </p>
  );
}

const FACTS = [
  'legalStatus',
  'sex',
  'nationality',
  'residenceCountry',
  'employmentStatus',
  'receptionType',
  'city',
  'receptionExit',
  'permitExpiry',
  'permitIssue',
  'arrival',
  'unaccompanied',
  'arrivedUnaccompanied',
  'regularStay',
  'wasInReception',
  'birth',
] as const;

/** The key of the words for a fact; what has none is asked for at the enrolment. */
export const missingFactKey = (name: string) => FACTS.find((one) => one === name) ?? 'birth';
