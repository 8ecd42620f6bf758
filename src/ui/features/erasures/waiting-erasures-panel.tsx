import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useErasures } from './use-erasure.ts';

/** Proposals that wait for somebody, with the way to each. */
export function WaitingErasuresPanel() {
  const { t } = useTranslation('privacy');
  const dates = useDates();
  const { label } = useLabels();
  const { data, error, refetch } = useErasures();
  return (
    <Panel title={t('waiting.title')} hint={t('waiting.hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={60} />}
      {data?.waiting.length === 0 && <p className={lines.soft}>{t('waiting.none')}</p>}
      <ul className={lines.lines}>
        {data?.waiting.map((one) => {
          const isPossible = one.confirmation === 'ready' || one.confirmation === 'needsPassphrase';
          return (
            <li key={one.id} className={lines.line}>
              <div className={lines.words}>
                <p className={lines.name}>
                  <Link to="/people/$personId/privacy" params={{ personId: one.personId }}>
                    <NameText>{one.listedName}</NameText>
                  </Link>{' '}
                  <Tag tone={isPossible ? 'attention' : 'neutral'}>
                    {t(`waiting.states.${one.confirmation}`, {
                      date: one.possibleFrom ? dates.day(one.possibleFrom) : '',
                      count: one.daysMissing ?? 0,
                    })}
                  </Tag>
                </p>
                <p className={lines.soft}>
                  {inOneLine([
                    label('erasureManners', one.manner),
                    label('erasureGrounds', one.ground),
                    t('erasure.proposedBy', {
                      name: one.proposedBy,
                      date: dates.day(one.proposedOn),
                    }),
                    one.answerBy && t('waiting.answerBy', { date: dates.day(one.answerBy) }),
                  ])}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
