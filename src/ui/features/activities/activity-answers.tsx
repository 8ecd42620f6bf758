import { Button, NativeSelect } from '@mantine/core';
import { IconMessageQuestion, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityParticipant } from '#api/activities.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { PlainFormDrawer } from '../documents/form-drawer.tsx';
import classes from './activities.module.css';
import { useActivity } from './use-activity.ts';
import { useActivityForm } from './use-activity-form.ts';
import { usePageOf } from './use-page-of.ts';

/** What participants said at the end, and some months later. */
export function ActivityAnswers() {
  const { data } = useActivity();
  return data ? <AnswersPanel activity={data} /> : null;
}

function AnswersPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const dates = useDates();
  const { steps } = useActivityForm();
  const [isPrinting, setPrinting] = useState(false);
  const { followUpOn, satisfaction, isTraining } = activity;
  const asked = activity.participants.filter(({ part }) => part === 'participant');
  const page = usePageOf(asked);
  const hint = inOneLine([
    satisfaction &&
      t('answers.mean', { mean: satisfaction.mean.toLocaleString(), highest: steps.length }),
    satisfaction && t('answers.forms', { count: satisfaction.forms }),
    followUpOn && t('answers.askOn', { date: dates.day(followUpOn) }),
    !isTraining && t('answers.noTraining'),
  ]);
  return (
    <Panel
      title={t('answers.title')}
      hint={hint}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => setPrinting(true)}
        >
          {t('answers.printSheet')}
        </Button>
      }
    >
      {asked.length === 0 && (
        <EmptyState icon={<IconMessageQuestion size={28} />} title={t('answers.empty')}>
          {t('answers.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines} aria-label={t('answers.title')}>
        {page.items.map((one) => (
          <li key={one.id} className={lines.line}>
            <AnswersLine activity={activity} participant={one} />
          </li>
        ))}
      </ul>
      <Paging {...page.paging} />
      {isPrinting && (
        <PlainFormDrawer
          subjectId={activity.id}
          kind="evaluation"
          onClose={() => setPrinting(false)}
        />
      )}
    </Panel>
  );
}

interface AnswersLineProps {
  activity: Activity;
  participant: ActivityParticipant;
}

function AnswersLine({ activity, participant }: AnswersLineProps) {
  const { t } = useTranslation('activities');
  const { today } = useSession();
  const dates = useDates();
  const form = useActivityForm();
  const { id, name, evaluation, followUp } = participant;
  const record = useMutation({ mutationFn: vault.activityParticipants.record });
  const evaluate = (part: { useful?: string | undefined; satisfaction?: number | undefined }) => {
    const { useful, satisfaction } = { ...evaluation, ...part };
    const isEmpty = useful === undefined && satisfaction === undefined;
    record.mutate({
      id,
      evaluation: isEmpty
        ? null
        : {
            on: evaluation?.on ?? today,
            ...(useful === undefined ? {} : { useful }),
            ...(satisfaction === undefined ? {} : { satisfaction }),
          },
    });
  };
  const none = { value: '', label: t('answers.notAsked') };
  const { isTraining, followUpOn } = activity;
  const isEarly = followUpOn !== undefined && followUpOn > today;
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          <NameText strong>{name}</NameText>
        </p>
        <p className={lines.soft}>{participant.organisationName}</p>
        <ErrorNotice error={record.error} />
      </div>
      <div className={classes.answers}>
        {isTraining && (
          <NativeSelect
            className={classes.answer}
            size="sm"
            label={t('answers.useful')}
            aria-label={t('answers.usefulOf', { name })}
            data={[none, ...form.useful]}
            value={evaluation?.useful ?? ''}
            onChange={(event) => evaluate({ useful: event.currentTarget.value || undefined })}
          />
        )}
        <NativeSelect
          className={classes.answer}
          size="sm"
          label={t('answers.satisfaction')}
          aria-label={t('answers.satisfactionOf', { name })}
          data={[none, ...form.steps]}
          value={String(evaluation?.satisfaction ?? '')}
          onChange={(event) =>
            evaluate({ satisfaction: Number(event.currentTarget.value) || undefined })
          }
        />
        {isTraining && (
          <NativeSelect
            className={classes.answer}
            size="sm"
            label={t('answers.usesSkills')}
            aria-label={t('answers.usesSkillsOf', { name })}
            disabled={isEarly && !followUp}
            data={[
              isEarly && followUpOn
                ? { value: '', label: t('answers.notYet', { date: dates.day(followUpOn) }) }
                : none,
              ...form.usesSkills,
            ]}
            value={followUp?.usesSkills ?? ''}
            onChange={(event) => {
              const usesSkills = event.currentTarget.value;
              record.mutate({ id, followUp: usesSkills ? { on: today, usesSkills } : null });
            }}
          />
        )}
      </div>
    </>
  );
}
