import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InboundReferral } from '#api/inbound-referrals.ts';
import {
  type InboundReferralDetails,
  inboundReferralDetails,
} from '#domain/referrals/inbound-referral.ts';
import { referralWays, urgencies } from '#domain/referrals/referral.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface InboundDialogProps {
  personId: string;
  /** The one to change; a new one when left out. */
  inbound?: InboundReferral;
  onClose: () => void;
}

interface InboundDraft {
  organisationId: string | null;
  sender: string;
  receivedOn: string | undefined;
  way: InboundReferralDetails['way'];
  theirProtocol: string;
  request: string;
  urgency: InboundReferralDetails['urgency'];
  replyBy: string | undefined;
}

/** Undefined while something is missing. */
function read(draft: InboundDraft): InboundReferralDetails | undefined {
  const { organisationId, sender, theirProtocol, ...rest } = draft;
  const parsed = inboundReferralDetails.safeParse({
    ...rest,
    ...(organisationId === null ? { sender } : { organisationId }),
    ...(theirProtocol.trim() === '' ? {} : { theirProtocol }),
  });
  return parsed.success ? parsed.data : undefined;
}

function startOf(inbound: InboundReferral | undefined, today: string): InboundDraft {
  const details = inbound?.details;
  return {
    organisationId: details?.organisationId ?? null,
    sender: details?.sender ?? '',
    receivedOn: details?.receivedOn ?? today,
    way: details?.way ?? 'email',
    theirProtocol: details?.theirProtocol ?? '',
    request: details?.request ?? '',
    urgency: details?.urgency ?? 'normal',
    replyBy: details?.replyBy,
  };
}

/** Who sent somebody to us, for what, and by when they wait for an answer. */
export function InboundDialog({ personId, inbound, onClose }: InboundDialogProps) {
  const { t } = useTranslation(['inbound', 'common']);
  const { today } = useSession();
  const { values, change, kept, forget } = useKeptForm<InboundDraft>({
    form: 'inboundReferral',
    subjectId: inbound?.id ?? personId,
    personId,
    basis: inbound?.revision,
    start: startOf(inbound, today),
  });
  const done = () => {
    forget();
    onClose();
  };
  const details = read(values);
  const save = useMutation({
    mutationFn: (told: InboundReferralDetails) =>
      vault.inboundReferrals.save({
        ...(inbound ? { id: inbound.id, revision: inbound.revision } : { personId }),
        details: told,
      }),
    onSuccess: () => {
      notifyDone(t('saved'));
      done();
    },
  });
  return (
    <FormDialog
      size="lg"
      title={t(inbound ? 'form.editTitle' : 'form.newTitle')}
      onClose={onClose}
      onCancel={done}
      onSubmit={() => details && save.mutate(details)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      kept={kept}
      removal={inbound && <RemoveInbound id={inbound.id} onDone={done} />}
    >
      <InboundFields draft={values} onChange={change} />
    </FormDialog>
  );
}

interface InboundFieldsProps {
  draft: InboundDraft;
  onChange: (part: Partial<InboundDraft>) => void;
}

function InboundFields({ draft, onChange }: InboundFieldsProps) {
  const { t } = useTranslation('inbound');
  const { label } = useLabels();
  const { organisationId } = draft;
  return (
    <>
      <div className={grid.two}>
        <OrganisationField
          label={t('form.organisation')}
          value={organisationId}
          onChange={(id) => onChange({ organisationId: id, sender: '' })}
        />
        <TextInput
          label={t('form.sender')}
          description={t('form.senderHint')}
          dir="auto"
          maxLength={160}
          disabled={organisationId !== null}
          value={draft.sender}
          onChange={(event) => onChange({ sender: event.currentTarget.value })}
        />
      </div>
      <LongTextField
        label={t('form.request')}
        description={t('form.requestHint')}
        maxLength={1500}
        value={draft.request}
        onChange={(request) => onChange({ request })}
      />
      <div className={grid.three}>
        <DateField
          label={t('form.receivedOn')}
          value={draft.receivedOn}
          onChange={(receivedOn) => onChange({ receivedOn })}
        />
        <NativeSelect
          label={t('form.way')}
          data={choicesOf(referralWays, 'referralWays', label)}
          value={draft.way}
          onChange={(event) => {
            const way = referralWays.find((one) => one === event.currentTarget.value);
            if (way) onChange({ way });
          }}
        />
        <TextInput
          label={t('form.theirProtocol')}
          dir="auto"
          maxLength={60}
          value={draft.theirProtocol}
          onChange={(event) => onChange({ theirProtocol: event.currentTarget.value })}
        />
      </div>
      <div className={grid.two}>
        <NativeSelect
          label={t('form.urgency')}
          data={choicesOf(urgencies, 'urgencies', label)}
          value={draft.urgency}
          onChange={(event) => {
            const urgency = urgencies.find((one) => one === event.currentTarget.value);
            if (urgency) onChange({ urgency, replyBy: undefined });
          }}
        />
        <DateField
          label={t('form.replyBy')}
          description={t('form.replyByHint')}
          value={draft.replyBy}
          onChange={(replyBy) => onChange({ replyBy })}
        />
      </div>
    </>
  );
}

function RemoveInbound({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('inbound');
  const restore = useMutation({
    mutationFn: () => vault.inboundReferrals.restore({ id }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const remove = useMutation({
    mutationFn: () => vault.inboundReferrals.remove({ id }),
    onSuccess: () => {
      notifyWithUndo(t('removed'), () => restore.mutate());
      onDone();
    },
  });
  return <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate()} />;
}
