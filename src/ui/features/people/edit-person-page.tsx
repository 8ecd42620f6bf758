import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { forgetUnsavedChanges } from '#ui/app/unsaved.ts';
import { vault } from '#ui/app/vault-client.ts';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { codeOf } from '#ui/components/use-error-text.ts';
import { withoutHistory } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import { usePerson, usePersonId } from './use-person.ts';

export function EditPersonPage() {
  const { t } = useTranslation('people');
  const id = usePersonId();
  const { data: person, refetch } = usePerson(id);
  const [round, setRound] = useState(0);
  const reload = async () => {
    await refetch();
    setRound((now) => now + 1);
  };
  return (
    <>
      <PageHeading order={2}>{t('form.editTitle')}</PageHeading>
      {person ? (
        <EditForm key={round} person={person} onReload={() => void reload()} />
      ) : (
        <Skeleton height={320} />
      )}
    </>
  );
}

function EditForm({ person, onReload }: { person: Person; onReload: () => void }) {
  const { t } = useTranslation(['people', 'common']);
  const navigate = useNavigate();
  // The revision the form began with: a newer one read meanwhile must not be overwritten unseen.
  const [revision] = useState(person.revision);
  const leave = () => void navigate({ to: '/people/$personId', params: { personId: person.id } });
  const update = useMutation({
    mutationFn: (details: PersonDetails) =>
      vault.people.update({ id: person.id, revision, details: withoutHistory(details) }),
    onSuccess: () => {
      notifyDone(t('common:saved'));
      forgetUnsavedChanges();
      void forgetDraft('person', person.id);
      leave();
    },
  });
  const isChangedMeanwhile = update.error && codeOf(update.error) === 'changed_meanwhile';
  return (
    <>
      <PersonForm
        details={person.details}
        changing={{ personId: person.id, revision }}
        submitLabel={t('common:actions.saveChanges')}
        isSaving={update.isPending}
        error={update.error}
        onSubmit={(details) => update.mutate(details)}
        onCancel={leave}
      />
      {isChangedMeanwhile && (
        <Alert color="terracotta" mt="md" title={t('person.changedMeanwhile')}>
          <Group>
            <Button variant="default" onClick={onReload}>
              {t('person.reload')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
