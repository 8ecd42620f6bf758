import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { goalResults, type PlanDetails } from '#domain/plans/plan.ts';
import { type PlanReview, reviewDecisions } from '#domain/plans/review.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
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
  const { t } = useTranslation(['plans', 'common']);
  const labels = useLabels();
  const { today, user } = useSession();
  const months = usePlanTemplate()?.reviewAfterMonths ?? 3;
  const [start] = useState<ReviewDraft>(() => ({
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
  }));
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<ReviewDraft>) => setDraft((now) => ({ ...now, ...part }));
  const kept = useDraft({
    form: 'planReview',
    subjectId: plan.id,
    personId: plan.personId,
    start,
    values: draft,
    restore: setDraft,
  });
  const close = () => {
    void forgetDraft('planReview', plan.id);
    onClose();
  };
  const { reviewedOn, present, note, decision, nextReviewOn, outcomes } = draft;
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
    <Modal
      opened
      size="xl"
      onClose={close}
      title={t('reviews.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (reviewedOn && isComplete) record.mutate(reviewedOn);
        }}
      >
        <DraftOffer draft={kept}>
          <Stack gap="md">
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
                      onChange={(event) =>
                        changeOutcome(goal.key, { note: event.currentTarget.value })
                      }
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
            <Textarea
              label={t('reviews.note')}
              dir="auto"
              autosize
              minRows={2}
              maxRows={6}
              maxLength={1500}
              value={note}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
            <ErrorNotice error={record.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common:actions.cancel')}
              </Button>
              <Button
                type="submit"
                loading={record.isPending}
                disabled={!reviewedOn || !isComplete}
              >
                {t('reviews.save')}
              </Button>
            </Group>
          </Stack>
        </DraftOffer>
      </form>
    </Modal>
  );
}
