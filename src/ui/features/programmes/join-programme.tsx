import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listedName } from '#domain/names/person-name.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { usePerson } from '../people/use-person.ts';
import { EnrolDialog } from './enrol-dialog.tsx';

interface JoinProgrammeProps {
  personId: string;
  /** The enrolment they leave for it, and its programme, which is not offered. */
  leaving?: { id: string; programmeId: string };
  onClose: () => void;
}

/** Which programme, and then what its rules say of this person. */
export function JoinProgramme({ personId, leaving, onClose }: JoinProgrammeProps) {
  const [programmeId, setProgrammeId] = useState<string>();
  if (programmeId === undefined) {
    return <ChooseProgramme leaving={leaving} onClose={onClose} onChoose={setProgrammeId} />;
  }
  return (
    <EnrolThisPerson
      personId={personId}
      programmeId={programmeId}
      leaving={leaving?.id}
      onClose={onClose}
    />
  );
}

interface ChooseProgrammeProps {
  leaving: JoinProgrammeProps['leaving'];
  onClose: () => void;
  onChoose: (id: string) => void;
}

function ChooseProgramme({ leaving, onClose, onChoose }: ChooseProgrammeProps) {
  const { t } = useTranslation('programmes');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['programmes', 'list'],
    queryFn: () => vault.programmes.list({}),
  });
  return (
    <FormDialog
      title={t(leaving ? 'transfer.open' : 'person.join')}
      onClose={onClose}
      onSubmit={() => chosen && onChoose(chosen)}
      isSaving={false}
      isComplete={chosen !== null}
      saveLabel={t('enrol.next')}
    >
      <Select
        label={t('person.which')}
        data-autofocus
        searchable
        data={(data?.items ?? [])
          .filter((one) => one.isOpen && one.id !== leaving?.programmeId)
          .map((one) => ({ value: one.id, label: one.name }))}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}

interface EnrolThisPersonProps {
  personId: string;
  programmeId: string;
  leaving: string | undefined;
  onClose: () => void;
}

function EnrolThisPerson({ personId, programmeId, leaving, onClose }: EnrolThisPersonProps) {
  const { data: person } = usePerson(personId);
  const { data: programme } = useQuery({
    queryKey: ['programmes', 'get', programmeId],
    queryFn: () => vault.programmes.get({ id: programmeId }),
  });
  const [first] = person?.details.names ?? [];
  if (!programme || !first) return null;
  return (
    <EnrolDialog
      programme={programme}
      person={{ id: personId, listedName: listedName(first) }}
      leaving={leaving}
      onClose={onClose}
    />
  );
}
