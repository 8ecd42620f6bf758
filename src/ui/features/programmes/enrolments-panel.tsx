import { Button, Skeleton } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import lines from '#ui/components/line-list.module.css';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { PersonPicker, type PickedPerson } from '../people/person-picker.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { EnrolmentLine } from './enrolment-line.tsx';

const LIMIT = 20;

/** Who is inside, waiting or has left; from here somebody is let in whom no list proposed. */
export function EnrolmentsPanel({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const [offset, setOffset] = useState(0);
  const [isPicking, setPicking] = useState(false);
  const [person, setPerson] = useState<PickedPerson>();
  const { id: programmeId } = programme;
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'enrolments', { programmeId }, offset],
    queryFn: () => vault.enrolments.list({ programmeId, offset, limit: LIMIT }),
    placeholderData: keepPreviousData,
  });
  const add = programme.isOpen && (
    <Button variant="light" onClick={() => setPicking(true)}>
      {t('enrol.somebody')}
    </Button>
  );
  return (
    <Panel title={t('enrolments.title')} actions={add}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data?.total === 0 && (
        <EmptyState icon={<IconUsersGroup size={28} />} title={t('enrolments.emptyTitle')}>
          {t('enrolments.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines}>
        {data?.items.map((enrolment) => (
          <li key={enrolment.id} className={lines.line}>
            <EnrolmentLine enrolment={enrolment} named="person" />
          </li>
        ))}
      </ul>
      <Paging offset={offset} limit={LIMIT} total={data?.total ?? 0} onChange={setOffset} />
      {isPicking && (
        <FormDialog
          title={t('enrol.somebody')}
          onClose={() => setPicking(false)}
          onSubmit={() => undefined}
          isSaving={false}
          isComplete={false}
          saveLabel={t('enrol.next')}
        >
          <PersonPicker
            label={t('enrol.who')}
            hasAutofocus
            onPick={(picked) => {
              setPicking(false);
              setPerson(picked);
            }}
          />
        </FormDialog>
      )}
      {person && (
        <EnrolDialog programme={programme} person={person} onClose={() => setPerson(undefined)} />
      )}
    </Panel>
  );
}
