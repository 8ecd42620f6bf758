import { Button } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import lines from '#ui/components/line-list.module.css';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { usePersonId } from '../people/use-person.ts';
import { EnrolmentLine } from './enrolment-line.tsx';
import { JoinProgramme } from './join-programme.tsx';

/** The programmes one person is in, waits for or has left. */
export function PersonProgrammesPage() {
  const { t } = useTranslation('programmes');
  const personId = usePersonId();
  const [isChoosing, setChoosing] = useState(false);
  const list = usePagedList({
    queryKey: ['programmes', 'enrolments', { personId }],
    load: (page) => vault.enrolments.list({ personId, ...page }),
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
        <PagedList
          list={list}
          isInPanel
          skeletonHeight={90}
          empty={
            <EmptyState icon={<IconFlag size={28} />} title={t('person.emptyTitle')}>
              {t('person.emptyText')}
            </EmptyState>
          }
        >
          <ul className={lines.lines}>
            {list.data?.items.map((enrolment) => (
              <li key={enrolment.id} className={lines.line}>
                <EnrolmentLine enrolment={enrolment} named="enrolment" />
              </li>
            ))}
          </ul>
        </PagedList>
      </Panel>
      {isChoosing && <JoinProgramme personId={personId} onClose={() => setChoosing(false)} />}
    </>
  );
}
