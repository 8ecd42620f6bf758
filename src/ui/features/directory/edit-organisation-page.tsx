import { Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrganisationInput } from '#domain/directory/organisation.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { forgetUnsavedChanges } from '#ui/app/unsaved.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { OrganisationForm, organisationSubject } from './organisation-form.tsx';
import { useOrganisation } from './use-organisations.ts';

export function NewOrganisationPage() {
  const { t } = useTranslation('directory');
  return (
    <>
      <PageHeading lead={t('form.newLead')}>{t('form.newTitle')}</PageHeading>
      <SavingForm />
    </>
  );
}

export function EditOrganisationPage() {
  const { t } = useTranslation('directory');
  const { organisationId } = useParams({ from: '/directory/$organisationId/edit' });
  const { data, error, refetch } = useOrganisation(organisationId);
  return (
    <>
      <PageHeading>{data?.organisation.name ?? t('form.editTitle')}</PageHeading>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={480} />}
      {data && <SavingForm id={organisationId} />}
    </>
  );
}

function SavingForm({ id }: { id?: string }) {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const organisation = useOrganisation(id).data?.organisation;
  const open = (organisationId: string) =>
    navigate({ to: '/directory/$organisationId', params: { organisationId } });
  const save = useMutation({
    mutationFn: (input: OrganisationInput & { isVerified: boolean }) =>
      vault.organisations.save({
        ...input,
        ...(organisation ? { id: organisation.id, revision: organisation.revision } : {}),
      }),
    onSuccess: ({ id: saved }) => {
      notifyDone(t('saved'));
      forgetUnsavedChanges();
      void forgetDraft('organisation', organisationSubject(id));
      void open(saved);
    },
  });
  return (
    <OrganisationForm
      organisation={organisation}
      error={save.error}
      isSaving={save.isPending}
      isSaved={save.isSuccess}
      onSave={(input) => save.mutate(input)}
      onCancel={() => void (id ? open(id) : navigate({ to: '/directory' }))}
    />
  );
}
