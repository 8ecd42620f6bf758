import { Button, Group, Textarea, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedNeed } from '#api/assessments.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { LevelScale } from './level-scale.tsx';
import classes from './needs-page.module.css';

interface NeedCardProps {
  personId: string;
  domain: string;
  name: string;
  recorded: RecordedNeed | undefined;
}

export function NeedCard({ personId, domain, name, recorded }: NeedCardProps) {
  const { t } = useTranslation(['assessments', 'common']);
  const dates = useDates();
  const labels = useLabels();
  const [level, setLevel] = useState(recorded?.level);
  const [words, setWords] = useState(recorded?.words ?? '');
  const [isOpen, setOpen] = useState(false);
  const kept = useDraft({
    form: 'need',
    subjectId: `${personId}:${domain}`,
    personId,
    start: { level: recorded?.level, words: recorded?.words ?? '' },
    values: { level, words },
    restore: (said) => {
      setLevel(said.level);
      setWords(said.words);
    },
  });
  const isDirty = level !== recorded?.level || words !== (recorded?.words ?? '');
  const record = useMutation({
    mutationFn: (chosen: number) =>
      vault.needs.record({
        personId,
        need: { domain, level: chosen, ...(words.trim() === '' ? {} : { words }) },
      }),
    onSuccess: () => {
      notifyDone(t('recorded', { domain: name }));
      setOpen(false);
    },
  });
  const reset = () => {
    setLevel(recorded?.level);
    setWords(recorded?.words ?? '');
    setOpen(false);
  };
  const isEditing = isOpen || isDirty;

  return (
    <section className={classes.card} aria-label={name}>
      <UnsavedGuard isDirty={isDirty && !record.isPending} isKeptAsDraft />
      <DraftOffer draft={kept}>
        <div className={classes.head}>
          <div>
            <h3 className={classes.name}>{name}</h3>
            <p className={classes.hint}>{labels.label('lifeDomainHints', domain)}</p>
          </div>
          <LevelScale
            label={t('level', { domain: name })}
            value={level}
            onChange={(chosen) => {
              setLevel(chosen);
              setOpen(true);
            }}
          />
        </div>
        {isEditing ? (
          <form
            className={classes.edit}
            onSubmit={(event) => {
              event.preventDefault();
              if (level !== undefined) record.mutate(level);
            }}
          >
            <Textarea
              label={t('words')}
              dir="auto"
              autosize
              minRows={1}
              maxRows={6}
              maxLength={600}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <ErrorNotice error={record.error} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" size="compact-md" onClick={reset}>
                {t('common:actions.cancel')}
              </Button>
              <Button
                type="submit"
                size="compact-md"
                disabled={level === undefined}
                loading={record.isPending}
              >
                {t('record')}
              </Button>
            </Group>
          </form>
        ) : (
          recorded && (
            <UnstyledButton className={classes.said} onClick={() => setOpen(true)}>
              {recorded.words && <q dir="auto">{recorded.words}</q>}
              <span className={classes.when}>
                {t('recordedOn', { date: dates.day(recorded.recordedOn) })}
              </span>
            </UnstyledButton>
          )
        )}
      </DraftOffer>
    </section>
  );
}
