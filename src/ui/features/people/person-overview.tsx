import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { DeadlinesPanel } from '../deadlines/deadlines-panel.tsx';
import { CaseFilePanel } from './case-file-panel.tsx';
import { IdentityFacts } from './identity-facts.tsx';
import classes from './person-overview.module.css';
import {
  educationView,
  housingView,
  riskView,
  skillView,
  workView,
} from './records/background-views.ts';
import { RecordPanel, RecordPart } from './records/record-panel.tsx';
import {
  addressView,
  contactView,
  documentView,
  legalStatusView,
  receptionView,
} from './records/situation-views.tsx';
import { TiesPanel } from './records/ties-panel.tsx';
import { usePerson, usePersonId } from './use-person.ts';

export function PersonOverview() {
  const { t } = useTranslation(['people', 'common']);
  const personId = usePersonId();
  const { data: person } = usePerson(personId);
  if (!person) return null;
  return (
    <>
      <PageHeading
        order={2}
        actions={
          <LinkButton
            to="/people/$personId/edit"
            params={{ personId }}
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden />}
          >
            {t('common:actions.edit')}
          </LinkButton>
        }
      >
        {t('person.tabs.overview')}
      </PageHeading>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t('person.identity')}>
            <IdentityFacts person={person} />
          </Panel>
          <Panel title={t('person.reach')}>
            <RecordPart view={contactView} personId={personId} />
            <RecordPart view={addressView} personId={personId} />
          </Panel>
          <TiesPanel personId={personId} />
          <Panel title={t('person.background')}>
            <RecordPart view={educationView} personId={personId} />
            <RecordPart view={workView} personId={personId} />
            <RecordPart view={skillView} personId={personId} />
            <RecordPart view={housingView} personId={personId} />
          </Panel>
        </div>
        <div className={classes.column}>
          <DeadlinesPanel personId={personId} />
          <RecordPanel view={riskView} personId={personId} isTimeline />
          <RecordPanel view={documentView} personId={personId} isTimeline />
          <Panel title={t('person.situation')}>
            <RecordPart view={legalStatusView} personId={personId} isTimeline />
            <RecordPart view={receptionView} personId={personId} isTimeline />
          </Panel>
          <CaseFilePanel person={person} />
        </div>
      </div>
    </>
  );
}
