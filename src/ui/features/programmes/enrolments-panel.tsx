import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import lines from '#ui/components/line-list.module.css';
import { PagedList } from '#ui/components/paged-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { PersonPicker, type PickedPerson } from '../people/person-picker.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { EnrolmentLine } from './enrolment-line.tsx';

/** Who is inside, waiting or has left; from here somebody is let in whom no list proposed. */
export function EnrolmentsPanel({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const [isPicking, setPicking] = useState(false);
  const [person, setPerson] = useState<PickedPerson>();
  const { id: programmeId } = programme;
  const list = usePagedList({
    queryKey: ['programmes', 'enrolments', { programmeId }],
    load: (page) => vault.enrolments.list({ programmeId, ...page }),
  });
  const add = programme.isOpen && (
    <Button variant="light" onClick={() => setPicking(true)}>
      {t('enrol.somebody')}
    </Button>
  );
  return (
    <Panel title={t('enrolments.title')} actions={add}>
      <PagedList
        list={list}
        isInPanel
        skeletonHeight={90}
        empty={
          <EmptyState icon={<IconUsersGroup size={28} />} title={t('enrolments.emptyTitle')}>
            {t('enrolments.emptyText')}
          </EmptyState>
        }
      >
        <ul className={lines.lines}>
          {list.data?.items.map((enrolment) => (
            <li key={enrolment.id} className={lines.line}>
              <EnrolmentLine enrolment={enrolment} named="person" />
            </li>
          ))}
        </ul>
      </PagedList>
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
