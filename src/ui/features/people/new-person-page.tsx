import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { forgetUnsavedChanges } from '#ui/app/unsaved.ts';
import { vault } from '#ui/app/vault-client.ts';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PersonForm } from './person-form.tsx';

export function NewPersonPage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: vault.people.create,
    onSuccess: ({ id, caseNumber }) => {
      notifyDone(t('form.created', { caseNumber }));
      forgetUnsavedChanges();
      void forgetDraft('person', 'new');
      void navigate({ to: '/people/$personId', params: { personId: id } });
    },
  });
  return (
    <>
      <PageHeading lead={t('form.newLead')}>{t('form.newTitle')}</PageHeading>
      <PersonForm
        details={undefined}
        submitLabel={t('form.create')}
        isSaving={create.isPending}
        error={create.error}
        onSubmit={(details) => create.mutate(details)}
        onCancel={() => void navigate({ to: '/people' })}
      />
    </>
  );
}
