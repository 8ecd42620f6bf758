import { Alert, Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookingForPlace, Proposal } from '#api/matches.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { ConsentDialog } from '../consents/consent-dialog.tsx';
import { useConsents } from '../consents/use-consents.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface DecideDialogProps {
  looking: Pick<LookingForPlace, 'enrolmentId' | 'personId' | 'listedName'>;
  place: Pick<Proposal, 'placeId' | 'name' | 'town'>;
  onClose: () => void;
}

interface Decision {
  talkOn?: string | undefined;
  talkBy: string;
  talkNote: string;
  consentId?: string | undefined;
  hostAgreedOn?: string | undefined;
}

/** What a host has to be told about somebody. */
const TOLD_TO_HOSTS = ['identity', 'contact', 'languages', 'family'];

/** Somebody decides: after a talk about what to expect, with the person's consent and the other side's yes. */
export function DecideDialog({ looking, place, onClose }: DecideDialogProps) {
  const { t } = useTranslation('matches');
  const { today, user } = useSession();
  const { enrolmentId, personId, listedName } = looking;
  const { placeId } = place;
  const { values, change, kept, forget } = useKeptForm<Decision>({
    form: 'match',
    subjectId: `${enrolmentId}:${placeId}`,
    personId,
    start: { talkBy: user.name, talkNote: '' },
  });
  const consents = useMatchConsents(personId);
  // With only one there is nothing to choose.
  const consentId = values.consentId ?? (consents.length === 1 ? consents[0]?.id : undefined);
  const { talkOn, hostAgreedOn } = values;
  const close = () => {
    forget();
    onClose();
  };
  const decide = useMutation({
    mutationFn: (given: { talkOn: string; consentId: string; hostAgreedOn: string }) => {
      const [talkBy, talkNote] = [values.talkBy.trim(), values.talkNote.trim()];
      return vault.matches.create({
        enrolmentId,
        placeId,
        decidedOn: today,
        ...given,
        ...(talkBy === '' ? {} : { talkBy }),
        ...(talkNote === '' ? {} : { talkNote }),
      });
    },
    onSuccess: () => {
      notifyDone(t('decide.done'));
      close();
    },
  });
  const given =
    talkOn && consentId && hostAgreedOn ? { talkOn, consentId, hostAgreedOn } : undefined;
  return (
    <FormDialog
      title={
        <>
          <NameText>{listedName}</NameText> – {t('suggest.place', place)}
        </>
      }
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => given && decide.mutate(given)}
      error={decide.error}
      isSaving={decide.isPending}
      isComplete={given !== undefined}
      saveLabel={t('decide.save')}
    >
      <Alert>{t('decide.hint')}</Alert>
      <div className={grid.two}>
        <DateField
          label={t('decide.talkOn')}
          required
          value={talkOn}
          onChange={(day) => change({ talkOn: day })}
        />
        <TextInput
          label={t('decide.talkBy')}
          dir="auto"
          maxLength={120}
          value={values.talkBy}
          onChange={(event) => change({ talkBy: event.currentTarget.value })}
        />
      </div>
      <LongTextField
        label={t('decide.talkNote')}
        description={t('decide.talkNoteHint')}
        maxLength={600}
        value={values.talkNote}
        onChange={(talkNote) => change({ talkNote })}
      />
      <ConsentField
        personId={personId}
        host={place.name}
        consents={consents}
        value={consentId}
        onChange={(id) => change({ consentId: id })}
      />
      <DateField
        label={t('decide.hostAgreedOn')}
        required
        value={hostAgreedOn}
        onChange={(day) => change({ hostAgreedOn: day })}
      />
    </FormDialog>
  );
}

interface MatchConsent {
  id: string;
  givenOn: string;
  recipient: string | undefined;
}

/** Consents to be matched that hold today, the latest first. */
function useMatchConsents(personId: string): MatchConsent[] {
  const { data } = useConsents(personId);
  return (data?.items ?? [])
    .filter(({ details, state }) => details.purpose === 'matching' && state === 'valid')
    .map(({ id, details }) => ({ id, givenOn: details.givenOn, recipient: details.recipient }));
}

interface ConsentFieldProps {
  personId: string;
  host: string;
  consents: MatchConsent[];
  value: string | undefined;
  onChange: (id: string) => void;
}

function ConsentField({ personId, host, consents, value, onChange }: ConsentFieldProps) {
  const { t } = useTranslation('matches');
  const dates = useDates();
  const [isGiving, setGiving] = useState(false);
  return (
    <div>
      {consents.length === 0 ? (
        <Alert color="terracotta" title={t('decide.consent')}>
          {t('decide.noConsent')}
        </Alert>
      ) : (
        <Select
          label={t('decide.consent')}
          required
          allowDeselect={false}
          data={consents.map(({ id, givenOn, recipient }) => ({
            value: id,
            label: [t('decide.consentOf', { date: dates.day(givenOn) }), recipient]
              .filter(Boolean)
              .join(' · '),
          }))}
          value={value ?? null}
          onChange={(id) => id && onChange(id)}
        />
      )}
      <Button
        mt={6}
        size="compact-md"
        variant={consents.length === 0 ? 'light' : 'subtle'}
        onClick={() => setGiving(true)}
      >
        {t('decide.giveConsent')}
      </Button>
      {isGiving && (
        <ConsentDialog
          personId={personId}
          purpose="matching"
          recipient={host}
          categories={TOLD_TO_HOSTS}
          onSaved={() => setGiving(false)}
          onCancel={() => setGiving(false)}
        />
      )}
    </div>
  );
}
