import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LeavingFact, LetterCheck } from '#api/letters.ts';
import { letterFacts, specialTopics } from '#domain/letters/letter-fact.ts';
import type { LetterTemplate } from '#domain/letters/letter-template.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './letter-dialog.module.css';

interface LeavingFactsProps {
  check: LetterCheck;
  /** Of the template, whose answers are among what leaves. */
  questions: LetterTemplate['questions'];
}

/**
 * Exactly what leaves, each with where it stands in the register, and what to look at twice. What each thing is
 * is said in the language of whoever looks; the thing itself as the letter says it.
 */
export function LeavingFacts({ check, questions }: LeavingFactsProps) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const { recipient, leaving, missing } = check;
  return (
    <section aria-label={t('leaving.title')}>
      <Text fw={650} mb={4}>
        {recipient ? t('leaving.to', { recipient }) : t('leaving.title')}
      </Text>
      <dl className={classes.leaving}>
        {leaving.map((fact) => (
          <LeavingLine key={fact.key} fact={fact} questions={questions} />
        ))}
      </dl>
      {missing.length > 0 && (
        <Text size="sm" mt={4}>
          {t('leaving.missing', {
            facts: listed(missing.map((fact) => t(`vocabularies:letterFacts.${fact}`))),
          })}
        </Text>
      )}
      <CheckNotices check={check} />
    </section>
  );
}

/** What a line of the preview is called, in the language of the program. */
function useLeavingLabel(questions: LetterTemplate['questions']) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const { current } = useLanguage();
  return (key: string): string => {
    const fact = letterFacts.find((one) => one === key);
    if (fact) return t(`vocabularies:letterFacts.${fact}`);
    const topic = specialTopics.find((one) => key === `special.${one}`);
    if (topic) return t(`vocabularies:specialTopics.${topic}`);
    const question = questions.find((one) => key === `answers.${one.key}`);
    if (question) return wordsIn(question.label, current);
    if (key === 'name' || key === 'code') return t(`leaving.${key}`);
    return t('situation');
  };
}

function LeavingLine({
  fact,
  questions,
}: { fact: LeavingFact } & Omit<LeavingFactsProps, 'check'>) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const { day } = useDates();
  const labelOf = useLeavingLabel(questions);
  const { key, value, source, changedOn } = fact;
  const place = t(`vocabularies:factSources.${source}`);
  return (
    <div>
      <dt>{labelOf(key)}</dt>
      <dd>
        {/* As on the letter, which is read from the left in each of its languages. */}
        <bdi dir="ltr">{value}</bdi>
        <span>{changedOn ? t('leaving.source', { place, date: day(changedOn) }) : place}</span>
      </dd>
    </div>
  );
}

function CheckNotices({ check }: { check: LetterCheck }) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const { notices, warnings } = check;
  return (
    <>
      {notices.map((notice) => (
        <Alert key={notice} mt="xs" color="terracotta" icon={<IconAlertTriangle aria-hidden />}>
          {t(`notices.${notice}`)}
        </Alert>
      ))}
      {warnings.length > 0 && (
        <Alert
          mt="xs"
          color="terracotta"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('warnings.title')}
        >
          <List size="sm">
            {warnings.map(({ content, field, found }) => (
              <List.Item key={`${field} ${content}`}>
                {t('warnings.found', {
                  content: t(`vocabularies:excludedContents.${content}`),
                  found,
                })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
