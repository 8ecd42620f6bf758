import { Button, Group, Skeleton } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileToReview } from '#api/retention.ts';
import type { ErasureManner } from '#domain/erasures/erasure.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { ProposeErasureDialog } from '../erasures/propose-erasure-dialog.tsx';
import { KeepDialog } from './keep-dialog.tsx';

const LIMIT = 20;

interface Deciding {
  file: FileToReview;
  decision: 'keep' | ErasureManner;
}

/** Closed files whose period is over. Nothing happens to them until somebody decides. */
export function FilesToReviewPanel() {
  const { t } = useTranslation('privacy');
  const [offset, setOffset] = useState(0);
  const [deciding, setDeciding] = useState<Deciding>();
  const { data, error, refetch } = useQuery({
    queryKey: ['retention', 'list', offset],
    queryFn: () => vault.retention.list({ offset, limit: LIMIT }),
  });
  return (
    <Panel title={t('review.title')} hint={t('review.hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data?.total === 0 && (
        <EmptyState icon={<IconCalendarCheck size={28} />} title={t('review.emptyTitle')}>
          {t('review.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines}>
        {data?.items.map((file) => (
          <li key={file.personId} className={lines.line}>
            <FileLine file={file} onDecide={(decision) => setDeciding({ file, decision })} />
          </li>
        ))}
      </ul>
      <Paging offset={offset} limit={LIMIT} total={data?.total ?? 0} onChange={setOffset} />
      {deciding?.decision === 'keep' && (
        <KeepDialog file={deciding.file} onClose={() => setDeciding(undefined)} />
      )}
      {deciding && deciding.decision !== 'keep' && (
        <ProposeErasureDialog
          personId={deciding.file.personId}
          isClosed
          ground="periodOver"
          manner={deciding.decision}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Panel>
  );
}

interface FileLineProps {
  file: FileToReview;
  onDecide: (decision: Deciding['decision']) => void;
}

function FileLine({ file, onDecide }: FileLineProps) {
  const { t } = useTranslation('privacy');
  const dates = useDates();
  const words = useRuleWords();
  const { personId, listedName: name } = file;
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          <Link to="/people/$personId/privacy" params={{ personId }}>
            <NameText>{name}</NameText>
          </Link>{' '}
          {file.state !== 'open' && <Tag tone="attention">{t(`review.states.${file.state}`)}</Tag>}
        </p>
        <p className={lines.soft}>
          {t('review.since', {
            closed: dates.day(file.closedOn),
            ended: dates.day(file.keptUntil ?? file.endedOn),
          })}{' '}
          · {file.keptUntil ? t('review.wasKept') : words(file.ruleTitle)}
        </p>
      </div>
      {file.state === 'open' && (
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('review.keepOf', { name })}
            onClick={() => onDecide('keep')}
          >
            {t('review.keep')}
          </Button>
          <Button
            size="compact-md"
            variant="light"
            aria-label={t('review.anonymiseOf', { name })}
            onClick={() => onDecide('anonymise')}
          >
            {t('review.anonymise')}
          </Button>
          <Button
            size="compact-md"
            variant="subtle"
            color="red"
            aria-label={t('review.eraseOf', { name })}
            onClick={() => onDecide('erase')}
          >
            {t('review.erase')}
          </Button>
        </Group>
      )}
    </>
  );
}
