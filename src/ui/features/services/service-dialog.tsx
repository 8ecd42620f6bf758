import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '#api/services.ts';
import type { ServiceDetails } from '#domain/services/service.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { PersonPicker, type PickedPerson } from '../people/person-picker.tsx';
import {
  draftOfService,
  newServiceDraft,
  readServiceDraft,
  type ServiceDraft,
} from './service-draft.ts';
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

/** What the form holds; somebody is chosen in it where no file is open. */
interface Noted {
  person: PickedPerson | undefined;
  service: ServiceDraft;
}

interface ServiceFormProps extends NewServiceDialogProps {
  service?: Service;
}

function ServiceForm({ personId, service, onDone }: ServiceFormProps) {
  const { t } = useTranslation(['services', 'common']);
  const { today, user } = useSession();
  const { values, change, kept, forget } = useKeptForm<Noted>({
    form: 'service',
    subjectId: service?.id ?? personId ?? 'new',
    personId,
    basis: service?.revision,
    start: {
      person: undefined,
      service: service ? draftOfService(service) : newServiceDraft(today, user.id),
    },
  });
  const { person, service: draft } = values;
  const [wasAsked, setAsked] = useState(false);
  const whose = personId ?? person?.id;
  const done = () => {
    forget();
    onDone();
  };
  const save = useMutation({
    mutationFn: ({ details, id }: { details: ServiceDetails; id: string }) =>
      vault.services.save(
        service
          ? { id: service.id, revision: service.revision, details }
          : { personId: id, details },
      ),
    onSuccess: () => {
      notifyDone(t(service ? 'changed' : 'noted'));
      done();
    },
  });
  const submit = () => {
    setAsked(true);
    const details = readServiceDraft(draft);
    if (details && whose) save.mutate({ details, id: whose });
  };
  return (
    <FormDialog
      size="lg"
      title={t(service ? 'editTitle' : 'newTitle')}
      onClose={onDone}
      onCancel={done}
      onSubmit={submit}
      error={save.error}
      isSaving={save.isPending}
      saveLabel={t(service ? 'common:actions.saveChanges' : 'save')}
      kept={kept}
      removal={service && <RemoveService service={service} onDone={done} />}
    >
      {personId === undefined && (
        <PersonPicker
          label={t('person.label')}
          hasAutofocus
          picked={person}
          error={wasAsked && !person ? t('person.needed') : undefined}
          onPick={(picked) => change({ person: picked })}
        />
      )}
      <ServiceFields
        draft={draft}
        personId={whose}
        wasAsked={wasAsked}
        onChange={(part) => change({ service: { ...draft, ...part } })}
      />
    </FormDialog>
  );
}

function RemoveService({ service, onDone }: { service: Service; onDone: () => void }) {
  const { t } = useTranslation('services');
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
  return <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate()} />;
}
