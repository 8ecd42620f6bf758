import { Button, Group, Modal, NativeSelect, Select, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConsentDetails, consentGivers, consentWays } from '#domain/consents/consent.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import classes from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';

interface ConsentDialogProps {
  personId: string;
  /** Who the consent is for, when a letter asks for it. */
  organisationId?: string | undefined;
  onSaved: () => void;
  onCancel: () => void;
}

export function ConsentDialog(props: ConsentDialogProps) {
  const { t } = useTranslation(['consents', 'common']);
  const labels = useLabels();
  const { today } = useSession();
  const [start] = useState<Partial<ConsentDetails>>({
    purpose: 'referral',
    organisationId: props.organisationId,
    givenBy: 'self',
    way: 'signed',
    givenOn: today,
  });
  const [draft, setDraft] = useState(start);
  const kept = useDraft({
    form: 'consent',
    subjectId: props.personId,
    personId: props.personId,
    start,
    values: draft,
    restore: setDraft,
  });
  const change = (part: Partial<ConsentDetails>) => setDraft((now) => ({ ...now, ...part }));
  const needsOrganisation = draft.purpose === 'referral';
  const endsBeforeStart = Boolean(
    draft.expiresOn && draft.givenOn && draft.expiresOn < draft.givenOn,
  );
  const { purpose, givenBy, way, givenOn } = draft;
  const isComplete =
    purpose && givenBy && way && givenOn && (!needsOrganisation || draft.organisationId);
  const give = useMutation({
    mutationFn: (details: ConsentDetails) =>
      vault.consents.give({ personId: props.personId, details }),
    onSuccess: () => {
      notifyDone(t('saved'));
      void forgetDraft('consent', props.personId);
      props.onSaved();
    },
  });
  const submit = () => {
    if (!isComplete || endsBeforeStart) return;
    const organisationId = needsOrganisation ? draft.organisationId : undefined;
    give.mutate({ ...draft, purpose, givenBy, way, givenOn, organisationId });
  };

  return (
    <Modal
      opened
      size="lg"
      onClose={props.onCancel}
      title={t('dialogTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        <DraftOffer draft={kept}>
          <Stack gap="md">
            <NativeSelect
              label={t('purpose')}
              data={labels.choices('consentPurposes')}
              value={draft.purpose}
              onChange={(event) => change({ purpose: event.currentTarget.value })}
            />
            {needsOrganisation && (
              <OrganisationField
                label={t('organisation')}
                description={t('organisationNeeded')}
                value={draft.organisationId ?? null}
                onChange={(id) => change({ organisationId: id ?? undefined })}
              />
            )}
            <div className={classes.two}>
              <NativeSelect
                label={t('givenBy')}
                data={choicesOf(consentGivers, 'consentGivers', labels.label)}
                value={draft.givenBy}
                onChange={(event) =>
                  change({
                    givenBy: consentGivers.find((one) => one === event.currentTarget.value),
                  })
                }
              />
              <NativeSelect
                label={t('way')}
                data={choicesOf(consentWays, 'consentWays', labels.label)}
                value={draft.way}
                onChange={(event) =>
                  change({ way: consentWays.find((one) => one === event.currentTarget.value) })
                }
              />
              <DateField
                label={t('givenOn')}
                value={draft.givenOn}
                onChange={(on) => change({ givenOn: on })}
              />
              <DateField
                label={t('expiresOn')}
                description={t('expiresHint')}
                value={draft.expiresOn}
                error={endsBeforeStart ? t('endsBeforeStart') : undefined}
                onChange={(on) => change({ expiresOn: on })}
              />
            </div>
            <Select
              label={t('language')}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
              limit={40}
              nothingFoundMessage={t('common:forms.nothingFound')}
              data={labels.languages}
              value={draft.language ?? null}
              onChange={(language) => change({ language: language ?? undefined })}
            />
            <Textarea
              label={t('scope')}
              description={t('scopeHint')}
              dir="auto"
              autosize
              minRows={2}
              maxRows={6}
              maxLength={600}
              value={draft.scope ?? ''}
              onChange={(event) => change({ scope: event.currentTarget.value || undefined })}
            />
            <ErrorNotice error={give.error} />
            <Group justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  void forgetDraft('consent', props.personId);
                  props.onCancel();
                }}
              >
                {t('common:actions.cancel')}
              </Button>
              <Button
                type="submit"
                loading={give.isPending}
                disabled={!isComplete || endsBeforeStart}
              >
                {t('give')}
              </Button>
            </Group>
          </Stack>
        </DraftOffer>
      </form>
    </Modal>
  );
}
