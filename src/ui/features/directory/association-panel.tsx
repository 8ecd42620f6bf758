import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import {
  criteria,
  criterionOf,
  type MigrantAssociation,
  memberBandOf,
} from '#domain/directory/migrant-association.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import { ExportDialog } from '../network/export-dialog.tsx';
import { useCommunities } from '../network/use-communities.ts';
import { AssociationDialog } from './association-dialog.tsx';
import classes from './directory.module.css';
import { outcomeTones } from './outcome-tones.ts';

/** Bodies that may be associations of migrants. */
const ASSOCIATIONS = ['migrantAssociation', 'partnerAssociation', 'faithCommunity'];

const noFacts: MigrantAssociation = { communities: [], fields: [], isOurs: false };

/** What it is as an association of migrants, and why it counts as one. */
export function AssociationPanel({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('network');
  const isCoordinator = useSession().user.role === 'coordinator';
  const [isEditing, setEditing] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const { id, kind, association } = organisation;
  if (!association && !ASSOCIATIONS.includes(kind)) return null;
  return (
    <Panel
      title={t('association.title')}
      actions={
        <Group gap="xs">
          {association && isCoordinator && (
            <Button variant="subtle" onClick={() => setExporting(true)}>
              {t('association.export')}
            </Button>
          )}
          <Button variant="default" onClick={() => setEditing(true)}>
            {t(association ? 'edit' : 'association.fill')}
          </Button>
        </Group>
      }
    >
      {association ? (
        <Profile association={association} />
      ) : (
        <p className={classes.soft}>{t('association.empty')}</p>
      )}
      {isEditing && (
        <AssociationDialog
          organisation={organisation}
          start={association ?? noFacts}
          onClose={() => setEditing(false)}
        />
      )}
      {isExporting && (
        <ExportDialog
          what="portal"
          fileName="approdo-association"
          write={(file) => vault.portalEntries.save({ id, ...file })}
          onClose={() => setExporting(false)}
        />
      )}
    </Panel>
  );
}

function Profile({ association }: { association: MigrantAssociation }) {
  const { t } = useTranslation('network');
  const dates = useDates();
  const lists = useLists();
  const { label } = useLabels();
  const communities = useCommunities();
  const { outcome, held } = criterionOf(association);
  const { members, board, registered, foundedIn, legalForm, reach } = association;
  const band = memberBandOf(association, lists?.memberBands.items ?? []);
  return (
    <>
      <p>
        <Tag tone={outcomeTones[outcome]}>{t(`association.outcomes.${outcome}`)}</Tag>{' '}
        {association.isOurs && <Tag tone="calm">{t('association.ours')}</Tag>}
      </p>
      <ul className={classes.criteria}>
        {criteria.map((one) => (
          <li key={one}>
            {t(`association.criteria.${one}`)}:{' '}
            <strong>{t(`association.held.${held[one]}`)}</strong>
            {one === 'members' && members && ` (${t('association.share', { ...members })})`}
            {one === 'board' && board && ` (${t('association.share', { ...board })})`}
          </li>
        ))}
      </ul>
      <FactList
        facts={[
          {
            label: t('association.communities'),
            value: listed(association.communities.map(communities.name)),
          },
          {
            label: t('association.fields'),
            value: listed(association.fields.map((code) => label('activityFields', code))),
          },
          { label: t('association.reach'), value: reach && label('associationReaches', reach) },
          { label: t('association.size'), value: band && label('memberBands', band) },
          {
            label: t('association.legalForm'),
            value: legalForm && label('associationForms', legalForm),
          },
          { label: t('association.foundedIn'), value: foundedIn && String(foundedIn) },
          {
            label: t('association.registered'),
            value:
              registered &&
              ([registered.number, registered.on && dates.day(registered.on)]
                .filter(Boolean)
                .join(', ') ||
                t('association.held.yes')),
          },
        ]}
      />
    </>
  );
}
