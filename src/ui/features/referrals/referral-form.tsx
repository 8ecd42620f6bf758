import {
  Alert,
  Button,
  Group,
  Modal,
  NativeSelect,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { type ReferralWay, referralWays, urgencies } from '#domain/referrals/referral.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { codeOf, useErrorText } from '#ui/components/use-error-text.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { ConsentDialog } from '../consents/consent-dialog.tsx';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';

interface ReferralFormProps {
  personId: string;
  /** The one to change; a new one when left out. */
  referral?: Referral | undefined;
  onClose: () => void;
}

type Draft = Omit<Referral['details'], 'organisationId'> & {
  organisationId: string | null;
  /** Empty: prepared, not sent yet. */
  way: ReferralWay | '';
};

async function saveDraft(props: ReferralFormProps, draft: Draft, today: string): Promise<void> {
  const { way, organisationId, ...rest } = draft;
  if (organisationId === null) throw new Error('the form waits for an organisation');
  const details = { ...rest, organisationId };
  const { personId, referral } = props;
  if (referral) {
    await vault.referrals.save({ id: referral.id, revision: referral.revision, details });
    return;
  }
  const sent = way === '' ? undefined : { way, on: today };
  await vault.referrals.create({ personId, details, sent });
}

/** A referral by phone or by word of mouth, or one whose letter comes later. */
export function ReferralForm(props: ReferralFormProps) {
  const { referral, onClose } = props;
  const { t } = useTranslation(['referrals', 'common']);
  const { today } = useSession();
  const [isGiving, setGiving] = useState(false);
  const [start] = useState<Draft>(
    referral
      ? { ...referral.details, way: '' }
      : { organisationId: null, urgency: 'normal', way: 'phone' },
  );
  const [draft, setDraft] = useState(start);
  const subjectId = referral?.id ?? props.personId;
  const kept = useDraft({
    form: 'referral',
    subjectId,
    personId: props.personId,
    basis: referral?.revision,
    start,
    values: draft,
    restore: setDraft,
  });
  const save = useMutation({
    mutationFn: () => saveDraft(props, draft, today),
    onSuccess: () => {
      notifyDone(t('saved'));
      void forgetDraft('referral', subjectId);
      onClose();
    },
  });
  const change = (part: Partial<Draft>) => {
    save.reset();
    setDraft((now) => ({ ...now, ...part }));
  };
  const lacksConsent = Boolean(save.error) && codeOf(save.error).startsWith('consent_');
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      closeOnClickOutside={false}
      title={t(referral ? 'form.editTitle' : 'form.newTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <UnsavedGuard
        isDirty={!referral && draft.organisationId !== null && !save.isSuccess}
        isKeptAsDraft
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.organisationId !== null) save.mutate();
        }}
      >
        <DraftOffer draft={kept}>
          <Stack gap="md">
            <ReferralFields draft={draft} referral={referral} onChange={change} />
            {lacksConsent ? (
              <ConsentNotice error={save.error} onGive={() => setGiving(true)} />
            ) : (
              <ErrorNotice error={save.error} />
            )}
            <Group justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  void forgetDraft('referral', subjectId);
                  onClose();
                }}
              >
                {t('common:actions.cancel')}
              </Button>
              <Button
                type="submit"
                loading={save.isPending}
                disabled={draft.organisationId === null}
              >
                {t('common:actions.save')}
              </Button>
            </Group>
          </Stack>
        </DraftOffer>
      </form>
      {isGiving && (
        <ConsentDialog
          personId={props.personId}
          organisationId={draft.organisationId ?? undefined}
          onCancel={() => setGiving(false)}
          onSaved={() => {
            setGiving(false);
            save.mutate();
          }}
        />
      )}
    </Modal>
  );
}

function ConsentNotice({ error, onGive }: { error: unknown; onGive: () => void }) {
  const { t } = useTranslation(['referrals', 'letters']);
  const textOf = useErrorText();
  return (
    <Alert
      color="terracotta"
      role="alert"
      icon={<IconShieldOff aria-hidden />}
      title={t('letters:consentTitle')}
    >
      <Text mb="sm">{textOf(error)}</Text>
      <Button onClick={onGive}>{t('actions.giveConsent')}</Button>
    </Alert>
  );
}

interface ReferralFieldsProps {
  draft: Draft;
  referral: Referral | undefined;
  onChange: (part: Partial<Draft>) => void;
}

function ReferralFields({ draft, referral, onChange }: ReferralFieldsProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const labels = useLabels();
  const isFixed =
    referral !== undefined && (referral.state !== 'draft' || Boolean(referral.letter));
  return (
    <>
      {isFixed ? (
        <Text fw={650}>{referral.organisationName}</Text>
      ) : (
        <OrganisationField
          label={t('fields.organisation')}
          value={draft.organisationId}
          onChange={(organisationId) => onChange({ organisationId })}
        />
      )}
      <div className={formClasses.two}>
        <Select
          label={t('fields.service')}
          placeholder={t('common:forms.chooseOne')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
          nothingFoundMessage={t('common:forms.nothingFound')}
          data={labels.choices('serviceTypes')}
          value={draft.service ?? null}
          onChange={(service) => onChange({ service: service ?? undefined })}
        />
        <NativeSelect
          label={t('fields.urgency')}
          description={t('fields.urgencyHint')}
          data={choicesOf(urgencies, 'urgencies', labels.label)}
          value={draft.urgency}
          onChange={(event) =>
            onChange({
              urgency: urgencies.find((one) => one === event.currentTarget.value) ?? 'normal',
              replyBy: undefined,
            })
          }
        />
        {referral ? (
          <DateField
            label={t('fields.replyBy')}
            description={t('fields.replyByHint')}
            value={draft.replyBy}
            onChange={(replyBy) => onChange({ replyBy })}
          />
        ) : (
          <NativeSelect
            label={t('fields.way')}
            data={[
              ...choicesOf(referralWays, 'referralWays', labels.label),
              { value: '', label: t('form.notSent') },
            ]}
            value={draft.way}
            onChange={(event) =>
              onChange({ way: referralWays.find((way) => way === event.currentTarget.value) ?? '' })
            }
          />
        )}
      </div>
      <Textarea
        label={t('fields.reason')}
        description={t('fields.reasonHint')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={600}
        value={draft.reason ?? ''}
        onChange={(event) => onChange({ reason: event.currentTarget.value || undefined })}
      />
    </>
  );
}
