import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '#api/services.ts';
import type { ServiceDetails } from '#domain/services/service.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { PersonPicker, type PickedPerson } from '../people/person-picker.tsx';
import { draftOfService, newServiceDraft, readServiceDraft } from './service-draft.ts';
import { ServiceFields } from './service-fields.tsx';

interface NewServiceDialogProps {
  /** Whose file is open; without it the dialog asks first. */
  personId?: string | undefined;
  onDone: () => void;
}

export function NewServiceDialog({ personId, onDone }: NewServiceDialogProps) {
  return <ServiceForm personId={personId} onDone={onDone} />;
}

export function EditServiceDialog({ id, onDone }: { id: string; onDone: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['services', 'get', id],
    queryFn: () => vault.services.get({ id }),
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  return <ServiceForm personId={data.personId} service={data} onDone={onDone} />;
}

interface ServiceFormProps extends NewServiceDialogProps {
  service?: Service;
}

function ServiceForm({ personId, service, onDone }: ServiceFormProps) {
  const { t } = useTranslation(['services', 'common']);
  const { today, user } = useSession();
  const [draft, setDraft] = useState(
    service ? draftOfService(service) : newServiceDraft(today, user.id),
  );
  const [person, setPerson] = useState<PickedPerson>();
  const [wasAsked, setAsked] = useState(false);
  const whose = personId ?? person?.id;
  const save = useMutation({
    mutationFn: ({ details, id }: { details: ServiceDetails; id: string }) =>
      vault.services.save(
        service
          ? { id: service.id, revision: service.revision, details }
          : { personId: id, details },
      ),
    onSuccess: () => {
      notifyDone(t(service ? 'changed' : 'noted'));
      onDone();
    },
  });
  const submit = () => {
    setAsked(true);
    const details = readServiceDraft(draft);
    if (details && whose) save.mutate({ details, id: whose });
  };
  return (
    <Modal
      opened
      size="lg"
      closeOnClickOutside={false}
      onClose={onDone}
      title={t(service ? 'editTitle' : 'newTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      >
        <Stack gap="md">
          {personId === undefined && (
            <PersonPicker
              label={t('person.label')}
              hasAutofocus
              picked={person}
              error={wasAsked && !person ? t('person.needed') : undefined}
              onPick={setPerson}
            />
          )}
          <ServiceFields
            draft={draft}
            personId={whose}
            wasAsked={wasAsked}
            onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
          />
          <ErrorNotice error={save.error} />
          <Group justify="space-between">
            {service ? <RemoveButton service={service} onDone={onDone} /> : <span />}
            <Group gap="sm">
              <Button variant="default" onClick={onDone}>
                {t('common:actions.cancel')}
              </Button>
              <Button type="submit" loading={save.isPending}>
                {t(service ? 'common:actions.saveChanges' : 'save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function RemoveButton({ service, onDone }: { service: Service; onDone: () => void }) {
  const { t } = useTranslation(['services', 'common']);
  const { id } = service;
  const restore = useMutation({
    mutationFn: () => vault.services.restore({ id }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const remove = useMutation({
    mutationFn: () => vault.services.remove({ id }),
    onSuccess: () => {
      notifyWithUndo(t('removed'), () => restore.mutate());
      onDone();
    },
  });
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
      {t('common:actions.remove')}
    </Button>
  );
}
