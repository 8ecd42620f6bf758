import { Button, Select, Skeleton } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listedName } from '#domain/names/person-name.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import lines from '#ui/components/line-list.module.css';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { usePerson, usePersonId } from '../people/use-person.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { EnrolmentLine } from './enrolment-line.tsx';

/** The programmes one person is in, waits for or has left. */
export function PersonProgrammesPage() {
  const { t } = useTranslation('programmes');
  const personId = usePersonId();
  const [isChoosing, setChoosing] = useState(false);
  const [programmeId, setProgrammeId] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'enrolments', { personId }],
    queryFn: () => vault.enrolments.list({ personId, limit: 200 }),
  });
  const join = (
    <Button variant="light" onClick={() => setChoosing(true)}>
      {t('person.join')}
    </Button>
  );
  return (
    <>
      <PageHeading order={2} lead={t('person.lead')} actions={join}>
        {t('title')}
      </PageHeading>
      <Panel>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton height={90} />}
        {data?.total === 0 && (
          <EmptyState icon={<IconFlag size={28} />} title={t('person.emptyTitle')}>
            {t('person.emptyText')}
          </EmptyState>
        )}
        <ul className={lines.lines}>
          {data?.items.map((enrolment) => (
            <li key={enrolment.id} className={lines.line}>
              <EnrolmentLine enrolment={enrolment} named="enrolment" />
            </li>
          ))}
        </ul>
      </Panel>
      {isChoosing && (
        <ChooseProgramme
          onClose={() => setChoosing(false)}
          onChoose={(id) => {
            setChoosing(false);
            setProgrammeId(id);
          }}
        />
      )}
      {programmeId && (
        <EnrolThisPerson
          personId={personId}
          programmeId={programmeId}
          onClose={() => setProgrammeId(undefined)}
        />
      )}
    </>
  );
}

interface ChooseProgrammeProps {
  onClose: () => void;
  onChoose: (id: string) => void;
}

function ChooseProgramme({ onClose, onChoose }: ChooseProgrammeProps) {
  const { t } = useTranslation('programmes');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['programmes', 'list'],
    queryFn: () => vault.programmes.list({}),
  });
  return (
    <FormDialog
      title={t('person.join')}
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
          .filter((one) => one.isOpen)
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
  onClose: () => void;
}

function EnrolThisPerson({ personId, programmeId, onClose }: EnrolThisPersonProps) {
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
      onClose={onClose}
    />
  );
}
