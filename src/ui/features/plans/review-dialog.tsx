import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { goalResults, type PlanDetails } from '#domain/plans/plan.ts';
import { type PlanReview, reviewDecisions } from '#domain/plans/review.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { GoalMeasure } from './goal-measure.tsx';
import classes from './plan-page.module.css';
import { usePlanTemplate } from './use-plan-template.ts';

interface ReviewDialogProps {
  plan: Plan;
  /** The plan as it stands today. */
  standing: PlanDetails;
  onClose: () => void;
  /** The review decided to change the plan. */
  onRevise: () => void;
}

interface ReviewDraft {
  reviewedOn: string | undefined;
  present: string;
  note: string;
  decision: PlanReview['decision'];
  nextReviewOn: string | undefined;
  outcomes: { goalKey: string; result: PlanReview['outcomes'][number]['result']; note: string }[];
}

export function ReviewDialog({ plan, standing, onClose, onRevise }: ReviewDialogProps) {
  const { t } = useTranslation('plans');
  const labels = useLabels();
  const { today, user } = useSession();
  const months = usePlanTemplate()?.reviewAfterMonths ?? 3;
  const { values, change, kept, forget } = useKeptForm<ReviewDraft>({
    form: 'planReview',
    subjectId: plan.id,
    personId: plan.personId,
    start: {
      reviewedOn: today,
      present: user.name,
      note: '',
      decision: 'continue',
      nextReviewOn: addMonths(today, months),
      outcomes: standing.goals.map(({ key, result, resultWhy = '' }) => ({
        goalKey: key,
        result,
        note: resultWhy,
      })),
    },
  });
  const close = () => {
    forget();
    onClose();
  };
  const { reviewedOn, present, note, decision, nextReviewOn, outcomes } = values;
  const changeOutcome = (key: string, part: Partial<(typeof outcomes)[number]>) =>
    change({
      outcomes: outcomes.map((one) => (one.goalKey === key ? { ...one, ...part } : one)),
    });
  const goesOn = decision === 'continue';
  const isComplete =
    outcomes.every((one) => one.result !== 'dropped' || one.note.trim() !== '') &&
    (!goesOn || Boolean(nextReviewOn && reviewedOn && nextReviewOn > reviewedOn));
  const record = useMutation({
    mutationFn: (on: string) =>
      vault.plans.recordReview({
        id: plan.id,
        review: {
          reviewedOn: on,
          present,
          outcomes: outcomes.map(({ note: words, ...one }) => ({
            ...one,
            ...(words.trim() ? { note: words } : {}),
          })),
          decision,
          ...(goesOn && nextReviewOn ? { nextReviewOn } : {}),
          ...(note.trim() ? { note } : {}),
        },
      }),
    onSuccess: () => {
      notifyDone(t('reviews.saved'));
      close();
      if (decision === 'revise') onRevise();
    },
  });
  return (
    <FormDialog
      size="xl"
      title={t('reviews.title')}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => reviewedOn && isComplete && record.mutate(reviewedOn)}
      error={record.error}
      isSaving={record.isPending}
      isComplete={Boolean(reviewedOn) && isComplete}
      saveLabel={t('reviews.save')}
      kept={kept}
    >
      <div className={formClasses.two}>
        <DateField
          label={t('reviews.on')}
          value={reviewedOn}
          onChange={(on) => change({ reviewedOn: on })}
        />
        <TextInput
          label={t('reviews.present')}
          dir="auto"
          maxLength={300}
          value={present}
          onChange={(event) => change({ present: event.currentTarget.value })}
        />
      </div>
      {standing.goals.map((goal, index) => {
        const outcome = outcomes[index];
        if (!outcome) return null;
        return (
          <fieldset key={goal.key} className={classes.outcome}>
            <legend dir="auto">{goal.statement}</legend>
            <GoalMeasure goal={goal} />
            <div className={formClasses.two}>
              <NativeSelect
                label={t('goalResult')}
                data={choicesOf(goalResults, 'goalResults', labels.label)}
                value={outcome.result}
                onChange={(event) => {
                  const result = goalResults.find((one) => one === event.currentTarget.value);
                  if (result) changeOutcome(goal.key, { result });
                }}
              />
              <TextInput
                label={t(outcome.result === 'dropped' ? 'goalDroppedWhy' : 'goalResultWhy')}
                dir="auto"
                maxLength={400}
                value={outcome.note}
                onChange={(event) => changeOutcome(goal.key, { note: event.currentTarget.value })}
              />
            </div>
          </fieldset>
        );
      })}
      <div className={formClasses.two}>
        <NativeSelect
          label={t('reviews.decision')}
          data={choicesOf(reviewDecisions, 'reviewDecisions', labels.label)}
          value={decision}
          onChange={(event) => {
            const next = reviewDecisions.find((one) => one === event.currentTarget.value);
            if (next) change({ decision: next });
          }}
        />
        {goesOn && (
          <DateField
            label={t('reviews.next')}
            value={nextReviewOn}
            onChange={(on) => change({ nextReviewOn: on })}
          />
        )}
      </div>
      <LongTextField
        label={t('reviews.note')}
        maxLength={1500}
        value={note}
        onChange={(text) => change({ note: text })}
      />
    </FormDialog>
  );
}
