import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import type { PlanDetails, PlanInput } from '#domain/plans/plan.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { focusFirstProblem } from '#ui/components/focus-first-problem.ts';
import { notifyDone } from '#ui/components/notify.ts';
import { SaveBar } from '#ui/components/save-bar.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { codeOf } from '#ui/components/use-error-text.ts';
import { PlanDrawer } from '../documents/plan-drawer.tsx';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { PlanChanges } from './plan-changes.tsx';
import { PlanChild, PlanCommitments } from './plan-commitments.tsx';
import {
  hasWordlessParts,
  highestKey,
  type PlanDraft,
  toPlanDetails,
  toPlanDraft,
} from './plan-draft.ts';
import { PlanFrameFields } from './plan-frame-fields.tsx';
import { PlanGoals } from './plan-goals.tsx';
import { PlanMissing } from './plan-missing.tsx';
import { PlanPriorities } from './plan-priorities.tsx';
import { PlanRights } from './plan-rights.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { useActionLinks } from './use-action-links.ts';

interface PlanEditorProps {
  plan: Plan;
  /** The signed version before this one, as it stands today. */
  previous: PlanDetails | undefined;
  isMinor: boolean;
  onReload: () => void;
}

export function PlanEditor({ plan, previous, isMinor, onReload }: PlanEditorProps) {
  const { t } = useTranslation(['plans', 'common']);
  const [saved, setSaved] = useState(() => toPlanDraft(plan.details));
  const [draft, setDraft] = useState(saved);
  const [known, setKnown] = useState({ revision: plan.revision, missing: plan.missing });
  const [showsProblems, setShowsProblems] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState<'document' | 'signing'>();
  const change = (part: Partial<PlanDraft>) => setDraft((now) => ({ ...now, ...part }));
  const kept = useDraft({
    form: 'plan',
    subjectId: plan.id,
    personId: plan.personId,
    basis: known.revision,
    start: saved,
    values: draft,
    restore: setDraft,
  });
  const links = useActionLinks(plan.personId);
  const number = useRef(highestKey(previous ? [previous, plan.details] : [plan.details]));
  const nextNumber = () => {
    number.current = Math.max(number.current, highestKey([draft])) + 1;
    return number.current;
  };
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);

  const save = useMutation({
    mutationFn: (details: PlanInput) =>
      vault.plans.save({ id: plan.id, revision: known.revision, details }),
    onSuccess: (result) => {
      setKnown(result);
      setSaved(draft);
      notifyDone(t('saved'));
    },
  });

  /** Saves what is there, then goes on. Wordless goals are shown instead of being dropped. */
  const saveThen = (next?: () => void) => {
    const isReadable = draft.madeOn !== undefined && !hasWordlessParts(draft);
    setShowsProblems(!isReadable);
    if (draft.madeOn === undefined || !isReadable) return focusFirstProblem(form.current);
    if (isDirty || !next) save.mutate(toPlanDetails(draft, draft.madeOn), { onSuccess: next });
    else next();
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saveThen();
      }}
    >
      <UnsavedGuard isDirty={isDirty && !save.isPending} isKeptAsDraft />
      <DraftOffer draft={kept}>
        <Stack gap="lg">
          <PlanPriorities draft={draft} onChange={change} />
          <PlanGoals
            goals={draft.goals}
            showsProblems={showsProblems}
            links={links}
            nextNumber={nextNumber}
            asksResult={previous !== undefined}
            onChange={(goals) => change({ goals })}
          />
          <PlanCommitments draft={draft} onChange={change} />
          {isMinor && <PlanChild draft={draft} onChange={change} />}
          <PlanRights
            explained={draft.rightsExplained}
            onChange={(rightsExplained) => change({ rightsExplained })}
          />
          <PlanFrameFields draft={draft} onChange={change} />
          {previous && (
            <PlanChanges before={previous} after={plan.details} version={plan.version - 1} />
          )}
          <PlanMissing missing={known.missing} isDirty={isDirty} />
          {save.error && (
            <Stack gap="sm">
              <ErrorNotice error={save.error} />
              {codeOf(save.error) === 'changed_meanwhile' && (
                <Group>
                  <Button variant="default" onClick={onReload}>
                    {t('common:actions.retry')}
                  </Button>
                </Group>
              )}
            </Stack>
          )}
          {showsProblems && hasWordlessParts(draft) && (
            <Alert color="red" role="alert">
              {t('goalNeeded')}
            </Alert>
          )}
          <SaveBar status={isDirty ? t('common:forms.unsavedTitle') : ''}>
            <Button variant="default" onClick={() => saveThen(() => setOpen('document'))}>
              {t('preview')}
            </Button>
            <Button variant="default" onClick={() => saveThen(() => setOpen('signing'))}>
              {t('sign')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!isDirty}>
              {t('common:actions.save')}
            </Button>
          </SaveBar>
        </Stack>
      </DraftOffer>
      {open === 'document' && (
        <PlanDrawer plan={plan} revision={known.revision} onClose={() => setOpen(undefined)} />
      )}
      {open === 'signing' && (
        <SignDialog plan={plan} missing={known.missing} onClose={() => setOpen(undefined)} />
      )}
    </form>
  );
}
