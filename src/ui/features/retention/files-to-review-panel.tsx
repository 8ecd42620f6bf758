import { Button, Group } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileToReview } from '#api/retention.ts';
import type { ErasureManner } from '#domain/erasures/erasure.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { ProposeErasureDialog } from '../erasures/propose-erasure-dialog.tsx';
import { KeepDialog } from './keep-dialog.tsx';

interface Deciding {
  file: FileToReview;
  decision: 'keep' | ErasureManner;
}

/** Closed files whose period is over. Nothing happens to them until somebody decides. */
export function FilesToReviewPanel() {
  const { t } = useTranslation('privacy');
  const [deciding, setDeciding] = useState<Deciding>();
  const list = usePagedList({
    queryKey: ['retention', 'list'],
    load: (page) => vault.retention.list(page),
  });
  return (
    <Panel title={t('review.title')} hint={t('review.hint')}>
      <PagedList
        list={list}
        isInPanel
        skeletonHeight={90}
        empty={
          <EmptyState icon={<IconCalendarCheck size={28} />} title={t('review.emptyTitle')}>
            {t('review.emptyText')}
          </EmptyState>
        }
      >
        <ul className={lines.lines}>
          {list.data?.items.map((file) => (
            <li key={file.personId} className={lines.line}>
              <FileLine file={file} onDecide={(decision) => setDeciding({ file, decision })} />
            </li>
          ))}
        </ul>
      </PagedList>
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
