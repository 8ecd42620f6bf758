import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import type { LetterCheck, LetterTemplateSummary } from '#api/letters.ts';
import type { Referral } from '#api/referrals.ts';
import type { LetterInput } from '#domain/letters/letter.ts';
import type { Urgency } from '#domain/referrals/referral.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { useOrganisations } from '../directory/use-organisations.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import classes from './letter-dialog.module.css';
import {
  emptyLetter,
  type LetterDraft,
  toLetterDetails,
  type WrittenLetter,
  withWritten,
} from './letter-draft.ts';
import { LetterFields } from './letter-fields.tsx';
import { LetterIssued } from './letter-issued.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { LetterProposed } from './letter-proposed.tsx';

interface LetterDialogProps {
  personId: string;
  templates: LetterTemplateSummary[];
  /** A referral opened before, which this letter is for; its office is settled then. */
  referral?: Referral | undefined;
  /** Written already from what the register knows; everything in it may be changed. */
  written?: WrittenLetter | undefined;
  onClose: () => void;
}

/** As in the style sheet. */
const SMALL_SCREEN = '(max-width: 1100px), (max-height: 800px)';

/** Words on one side, the real letter on the other. */
export function LetterDialog(props: LetterDialogProps) {
  const { personId, templates, referral, written, onClose } = props;
  const { t } = useTranslation(['letters', 'common']);
  const { user, today } = useSession();
  const office = referral?.details.organisationId;
  const subjectId = referral?.id ?? (written ? `${personId}:${written.templateCode}` : personId);
  const [start] = useState<LetterDraft>(() => {
    const begun: LetterDraft = {
      ...emptyLetter(user.name),
      urgency: referral?.details.urgency ?? 'normal',
      situation: referral?.details.reason ?? '',
    };
    const template = templates.find(({ code }) => code === written?.templateCode);
    return written && template ? withWritten(begun, template, written, today) : begun;
  });
  const [draft, setDraft] = useState(start);
  const [isLeaving, setLeaving] = useState(false);
  const isSmall = useMediaQuery(SMALL_SCREEN) ?? false;
  const details = toLetterDetails(draft);
  const organisations = useOrganisations({ showArchived: true }) ?? [];
  const fitting = templates.filter((one) => fits(one, organisations, office));

  const preview = useMutation({
    mutationFn: async ({ details: what, urgency }: Shown) => {
      const check = await vault.letters.check({ personId, details: what });
      return {
        check,
        pdf: await vault.documents.previewLetter({ personId, details: what, urgency }),
      };
    },
  });
  const issue = useMutation({
    mutationFn: async ({ what, check }: { what: LetterInput; check: LetterCheck }) => {
      const wanted = {
        personId,
        details: what,
        urgency: draft.urgency,
        referralId: referral?.id,
        seal: check.seal,
      };
      if (!check.notices.includes('secondPerson')) return vault.letters.issue(wanted);
      await vault.letters.propose(wanted);
      return 'proposed' as const;
    },
    onSuccess: () => void forgetDraft('letter', subjectId),
  });

  const kept = useDraft({
    form: 'letter',
    subjectId,
    personId,
    start,
    values: draft,
    restore: setDraft,
  });
  const change = (part: Partial<LetterDraft>) => setDraft((now) => ({ ...now, ...part }));
  // The first look comes by itself as soon as there is something to look at.
  const look = (next: LetterDraft) => {
    issue.reset();
    setDraft(next);
    const complete = toLetterDetails(next);
    if (complete) preview.mutate({ details: complete, urgency: next.urgency });
    else preview.reset();
  };
  const begin = useEffectEvent(() => {
    const complete = written && toLetterDetails(start);
    if (complete) preview.mutate({ details: complete, urgency: start.urgency });
  });
  useEffect(() => begin(), []);
  const isDirty = draft.template !== undefined && !issue.data;
  const close = () => (isDirty ? setLeaving(true) : onClose());

  return (
    <Modal
      opened
      size={issue.data ? 'lg' : '76rem'}
      fullScreen={isSmall && !issue.data}
      onClose={close}
      closeOnClickOutside={false}
      title={t(issue.data ? 'issuedTitle' : 'dialogTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {issue.data === 'proposed' && <LetterProposed onFinish={onClose} />}
      {issue.data && issue.data !== 'proposed' && (
        <LetterIssued {...issue.data} onFinish={onClose} />
      )}
      {!issue.data && (
        <DraftOffer draft={kept}>
          <div className={classes.sides}>
            <UnsavedGuard isDirty={isDirty} isKeptAsDraft />
            <LetterFields
              personId={personId}
              draft={draft}
              templates={fitting}
              hasSettledOffice={office !== undefined}
              onReplace={(next) =>
                look({
                  ...next,
                  organisationId: next.organisationId ?? office ?? onlyOffice(organisations, next),
                })
              }
              onChange={change}
              onOffice={(organisationId) => look({ ...draft, organisationId })}
            />
            <LetterPreview
              personId={personId}
              details={details}
              questions={draft.template?.questions ?? []}
              urgency={draft.urgency}
              previewed={preview.variables}
              shown={preview.data}
              error={issue.error ?? preview.error}
              isPreparing={preview.isPending}
              isIssuing={issue.isPending}
              onPreview={(what) => {
                issue.reset();
                preview.mutate({ details: what, urgency: draft.urgency });
              }}
              onIssue={(what, check) => issue.mutate({ what, check })}
            />
          </div>
        </DraftOffer>
      )}
      <ConfirmDialog
        opened={isLeaving}
        title={t('common:forms.unsavedTitle')}
        confirmLabel={t('common:forms.leave')}
        cancelLabel={t('common:forms.stay')}
        isDangerous
        onConfirm={() => {
          void forgetDraft('letter', subjectId);
          onClose();
        }}
        onCancel={() => setLeaving(false)}
      >
        {t('common:forms.unsavedText')}
      </ConfirmDialog>
    </Modal>
  );
}

/** What a preview was made of. */
interface Shown {
  details: LetterInput;
  urgency: Urgency;
}

/** Only letters written for the kind of office that is settled already. */
function fits(
  { organisationKinds }: LetterTemplateSummary,
  organisations: Organisation[],
  office: string | undefined,
): boolean {
  const settled = organisations.find(({ id }) => id === office);
  return office === undefined || organisationKinds.includes(settled?.kind ?? '');
}

/** Where there is no choice, nobody has to choose. */
function onlyOffice(organisations: Organisation[], { template }: LetterDraft): string | null {
  const [only, ...others] = organisations.filter(
    ({ kind, isArchived }) => !isArchived && template?.organisationKinds.includes(kind),
  );
  return only && others.length === 0 ? only.id : null;
}
