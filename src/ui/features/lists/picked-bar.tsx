import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LetterBatchDialog } from '../letter-batches/letter-batch-dialog.tsx';
import { AssignPeopleDialog, type Picked } from './assign-people-dialog.tsx';
import classes from './lists.module.css';
import type { PickingTools, Question } from './use-picking.ts';

interface PickedBarProps {
  picking: PickingTools;
  question: Question;
  total: number;
  hasMore: boolean;
}

/** More at once the vault refuses: it says so before somebody asks. */
const MOST = 500;
const MOST_LETTERS = 200;

/** How many are ticked and what can be done with them. */
export function PickedBar({ picking, question, total, hasMore }: PickedBarProps) {
  const { t } = useTranslation(['lists', 'common']);
  const [isAssigning, setAssigning] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const { picked, stop, pickEverybody } = picking;
  // A search shows its best hits only; how many there are in all is asked when it matters.
  const whole = useMutation({
    mutationFn: () =>
      vault.lists.check({ picked: { list: question, expected: total }, purpose: 'export' }),
    onSuccess: (found) => pickEverybody(found.total),
  });
  if (!picked) return null;
  const count = picked.everybody ? picked.count : picked.ids.size;
  const whom: Picked = picked.everybody
    ? { list: question, expected: picked.count }
    : { personIds: [...picked.ids] };
  return (
    <section className={classes.picked} aria-label={t('picked.label')}>
      <p className={classes.pickedWords} aria-live="polite">
        {count > MOST ? t('picked.tooMany', { most: MOST }) : t('picked.count', { count })}
      </p>
      {!picked.everybody && (count < total || hasMore) && (
        <Button
          variant="subtle"
          size="compact-md"
          loading={whole.isPending}
          onClick={() => (hasMore ? whole.mutate() : pickEverybody(total))}
        >
          {hasMore ? t('picked.everybodyFound') : t('picked.everybody', { count: total })}
        </Button>
      )}
      <ErrorNotice error={whole.error} />
      <Button size="sm" disabled={count === 0 || count > MOST} onClick={() => setAssigning(true)}>
        {t('picked.assign')}
      </Button>
      <Button
        size="sm"
        variant="default"
        disabled={count === 0 || count > MOST_LETTERS}
        onClick={() => setWriting(true)}
      >
        {t('picked.letters')}
      </Button>
      <Button variant="default" size="sm" onClick={stop}>
        {t('common:actions.cancel')}
      </Button>
      {isWriting && <LetterBatchDialog picked={whom} onClose={() => setWriting(false)} />}
      {isAssigning && (
        <AssignPeopleDialog
          picked={whom}
          onDone={() => {
            setAssigning(false);
            stop();
          }}
          onClose={() => setAssigning(false)}
        />
      )}
    </section>
  );
}
