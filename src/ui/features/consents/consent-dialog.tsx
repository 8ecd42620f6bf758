import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ConsentInput, consentWays } from '#domain/consents/consent.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import {
  type ConsentAbout,
  type ConsentDraft,
  emptyConsent,
  toNewConsent,
} from './consent-draft.ts';
import { ConsentMoreFields } from './consent-more-fields.tsx';
import { DataCategoriesField } from './data-categories-field.tsx';
import { GiverFields } from './giver-fields.tsx';
import { useConsents, useNotices } from './use-consents.ts';

interface ConsentDialogProps extends ConsentAbout {
  personId: string;
  onSaved: () => void;
  onCancel: () => void;
}

/** Waits until it is known whether the person is a child, because then somebody else is asked. */
export function ConsentDialog(props: ConsentDialogProps) {
  const { data } = useConsents(props.personId);
  return data ? <ConsentForm {...props} isUnderAge={data.isUnderAge} /> : null;
}

function ConsentForm(props: ConsentDialogProps & { isUnderAge: boolean }) {
  const { t } = useTranslation('consents');
  const labels = useLabels();
  const { today } = useSession();
  const purposes = useLists()?.consentPurposes.items ?? [];
  const notice = useNotices(props.personId).data?.items[0]?.notice;
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm({
    form: 'consent',
    subjectId: props.personId,
    personId: props.personId,
    start: emptyConsent(today, props.isUnderAge, props),
  });
  const cancel = () => {
    forget();
    props.onCancel();
  };
  const rules = purposes.find(({ code }) => code === draft.purpose) ?? unknownPurpose;
  const { recipient: recipientKind, usualBasis } = rules;
  const complete = toNewConsent(draft, notice, rules);
  const give = useMutation({
    mutationFn: (details: ConsentInput) =>
      vault.consents.give({ personId: props.personId, details }),
    onSuccess: () => {
      notifyDone(t('saved'));
      forget();
      props.onSaved();
    },
  });
  return (
    <FormDialog
      size="xl"
      title={t('dialogTitle')}
      onClose={props.onCancel}
      onCancel={cancel}
      onSubmit={() => complete && give.mutate(complete)}
      error={give.error}
      isSaving={give.isPending}
      isComplete={complete !== undefined}
      saveLabel={t('give')}
      kept={kept}
    >
      <NativeSelect
        label={t('purpose')}
        data={labels.choices('consentPurposes')}
        value={draft.purpose}
        onChange={(event) => change({ purpose: event.currentTarget.value, legalBasis: '' })}
      />
      {recipientKind === 'organisation' && (
        <OrganisationField
          label={t('organisation')}
          description={t('organisationNeeded')}
          value={draft.organisationId ?? null}
          onChange={(id) => change({ organisationId: id ?? undefined })}
        />
      )}
      {recipientKind === 'named' && (
        <TextInput
          label={t('recipient')}
          description={t('recipientHint')}
          dir="auto"
          maxLength={160}
          value={draft.recipient}
          onChange={(event) => change({ recipient: event.currentTarget.value })}
        />
      )}
      {(recipientKind === 'organisation' || props.categories) && (
        <DataCategoriesField
          label={t('dataCategories')}
          description={t('dataCategoriesHint')}
          value={draft.dataCategories}
          onChange={(dataCategories) => change({ dataCategories })}
        />
      )}
      <GiverFields draft={draft} isUnderAge={props.isUnderAge} onChange={change} />
      <div className={formClasses.two}>
        <NativeSelect
          label={t('way')}
          data={choicesOf(consentWays, 'consentWays', labels.label)}
          value={draft.way}
          onChange={(event) => {
            const way = consentWays.find((one) => one === event.currentTarget.value);
            if (way) change({ way });
          }}
        />
        {draft.way === 'oral' ? (
          <TextInput
            label={t('witness')}
            required
            dir="auto"
            maxLength={160}
            value={draft.witness}
            onChange={(event) => change({ witness: event.currentTarget.value })}
          />
        ) : (
          <span />
        )}
        <DateField
          label={t('givenOn')}
          value={draft.givenOn}
          onChange={(givenOn) => change({ givenOn })}
        />
        <DateField
          label={t('expiresOn')}
          description={t('expiresHint')}
          value={draft.expiresOn}
          error={endsBeforeStart(draft) ? t('endsBeforeStart') : undefined}
          onChange={(expiresOn) => change({ expiresOn })}
        />
      </div>
      <ConsentMoreFields draft={draft} usualBasis={usualBasis} notice={notice} onChange={change} />
    </FormDialog>
  );
}

/** Until the lists have come. */
const unknownPurpose = { recipient: 'organisation', usualBasis: 'explicitConsent' } as const;

function endsBeforeStart({ givenOn, expiresOn }: ConsentDraft): boolean {
  return Boolean(givenOn && expiresOn && expiresOn < givenOn);
}
