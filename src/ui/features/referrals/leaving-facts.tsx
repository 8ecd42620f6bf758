import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LeavingFact, LetterCheck } from '#api/letters.ts';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './letter-dialog.module.css';

/** Exactly what leaves, each with where it stands in the register, and what to look at twice. */
export function LeavingFacts({ check }: { check: LetterCheck }) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const { recipient, leaving, missing } = check;
  return (
    <section aria-label={t('leaving.title')}>
      <Text fw={650} mb={4}>
        {recipient ? t('leaving.to', { recipient }) : t('leaving.title')}
      </Text>
      <dl className={classes.leaving}>
        {leaving.map((fact) => (
          <LeavingLine key={fact.key} fact={fact} />
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

function LeavingLine({ fact }: { fact: LeavingFact }) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const { day } = useDates();
  const { label, value, source, changedOn } = fact;
  const place = t(`vocabularies:factSources.${source}`);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
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
