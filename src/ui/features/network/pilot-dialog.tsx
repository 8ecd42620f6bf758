import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Pilot } from '#api/network.ts';
import type { PilotDetails } from '#domain/network/pilot.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { MoneyField } from '#ui/components/money-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { AssociationChoice } from './association-choice.tsx';
import { ProgrammeChoice } from './programme-choice.tsx';

interface PilotDialogProps {
  pilot: Pilot | undefined;
  programmeId: string | undefined;
  onClose: () => void;
}

type Draft = Partial<PilotDetails>;

function detailsIn(draft: Draft): PilotDetails | undefined {
  const { programmeId, name = '', grantCents, from, to, about = '', organisationId } = draft;
  if (!programmeId || name.trim() === '' || !grantCents) return undefined;
  if (from && to && to < from) return undefined;
  return {
    programmeId,
    name,
    grantCents,
    ...(organisationId ? { organisationId } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    associationIds: draft.associationIds ?? [],
    ...(about.trim() ? { about } : {}),
  };
}

/** A pilot with its grant, and the associations that designed it with the city. */
export function PilotDialog({ pilot, programmeId, onClose }: PilotDialogProps) {
  const { t } = useTranslation('network');
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'pilot',
    subjectId: pilot?.id ?? 'new',
    start: pilot?.details ?? { programmeId },
  });
  const details = detailsIn(values);
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: PilotDetails) =>
      vault.pilots.save({ ...(pilot ? { id: pilot.id } : {}), details: given }),
    onSuccess: () => {
      notifyDone(t('pilots.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.pilots.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('pilots.removed'), () => void vault.pilots.restore({ id }));
    },
  });
  return (
    <FormDialog
      title={t('pilots.form')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        pilot && (
          <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate(pilot.id)} />
        )
      }
    >
      <div className={grid.two}>
        <TextInput
          label={t('pilots.name')}
          required
          data-autofocus
          dir="auto"
          maxLength={160}
          value={values.name ?? ''}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <MoneyField
          label={t('pilots.grant')}
          value={values.grantCents}
          onChange={(grantCents) => change({ grantCents })}
        />
        <ProgrammeChoice
          required
          value={values.programmeId}
          onChange={(chosen) => change({ programmeId: chosen })}
        />
        <OrganisationField
          label={t('pilots.city')}
          value={values.organisationId ?? null}
          onChange={(id) => change({ organisationId: id ?? undefined })}
        />
        <DateField
          label={t('pilots.from')}
          value={values.from}
          onChange={(from) => change({ from })}
        />
        <DateField label={t('pilots.to')} value={values.to} onChange={(to) => change({ to })} />
      </div>
      <AssociationChoice
        label={t('pilots.withAssociations')}
        description={t('pilots.withAssociationsHint')}
        value={values.associationIds ?? []}
        onChange={(associationIds) => change({ associationIds })}
      />
      <LongTextField
        label={t('pilots.about')}
        maxLength={600}
        value={values.about}
        onChange={(about) => change({ about })}
      />
    </FormDialog>
  );
}
