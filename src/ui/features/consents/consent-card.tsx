import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#api/consents.ts';
import { vault } from '#ui/app/vault-client.ts';
import classes from '#ui/components/card-list.module.css';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { FormDrawer } from '../documents/form-drawer.tsx';
import { TaskList } from './task-list.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const tones: Record<Consent['state'], TagTone> = {
  valid: 'good',
  notYet: 'calm',
  expired: 'attention',
  cameOfAge: 'attention',
  withdrawn: 'bad',
};

interface ConsentCardProps {
  personId: string;
  consent: Consent;
  onSignAnew: () => void;
}

export function ConsentCard({ personId, consent, onSignAnew }: ConsentCardProps) {
  const { t } = useTranslation('consents');
  const labels = useLabels();
  const [isAsking, setAsking] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const { details, state, organisationName, toDo } = consent;
  const followUp = useMutation({
    mutationFn: (task: string) => vault.consents.recordFollowUp({ id: consent.id, task }),
  });
  const recipient = organisationName ?? details.recipient;
  const isStanding = state === 'valid' || state === 'notYet';
  return (
    <article className={classes.card}>
      <div className={classes.words}>
        <h3 className={classes.title}>
          {labels.label('consentPurposes', details.purpose)}
          {recipient && <> · {recipient}</>}{' '}
          <Tag tone={tones[state]}>{labels.label('consentStates', state)}</Tag>
        </h3>
        <ConsentFacts consent={consent} />
        {details.scope && (
          <p className={classes.scope} dir="auto">
            {details.scope}
          </p>
        )}
        {toDo.length > 0 && <TaskList tasks={toDo} onDone={(task) => followUp.mutate(task)} />}
        <ErrorNotice error={followUp.error} />
      </div>
      <Button variant="default" onClick={() => setPrinting(true)}>
        {t('printForm')}
      </Button>
      {isStanding && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('withdraw')}
        </Button>
      )}
      {state === 'cameOfAge' && <Button onClick={onSignAnew}>{t('signAnew')}</Button>}
      {isPrinting && (
        <FormDrawer
          personId={personId}
          form={{ kind: 'consent', consentId: consent.id }}
          onClose={() => setPrinting(false)}
        />
      )}
      {isAsking && (
        <WithdrawDialog personId={personId} consent={consent} onClose={() => setAsking(false)} />
      )}
    </article>
  );
}

function ConsentFacts({ consent }: { consent: Consent }) {
  const { t } = useTranslation('consents');
  const dates = useDates();
  const labels = useLabels();
  const { details, withdrawnOn, withdrawal } = consent;
  const { givenBy, giverName, giverAuthority, way, witness, childOpinion } = details;
  const giver = [labels.label('consentGivers', givenBy), giverName, giverAuthority];
  const facts = [
    listed(giver),
    childOpinion && t('childSays', { opinion: labels.label('childStances', childOpinion.stance) }),
    [labels.label('consentWays', way), witness].filter(Boolean).join(': '),
    details.legalBasis && labels.label('legalBases', details.legalBasis),
    details.language && labels.language(details.language),
    details.interpreter && t('interpretedBy', { name: details.interpreter }),
    details.noticeVersion && t('afterNotice', { version: details.noticeVersion }),
    t('from', { date: dates.day(details.givenOn) }),
    details.expiresOn && t('until', { date: dates.day(details.expiresOn) }),
    withdrawnOn &&
      listed([
        t('withdrawnOn', { date: dates.day(withdrawnOn) }),
        withdrawal?.by,
        withdrawal?.reason,
      ]),
  ].filter(Boolean);
  return (
    <>
      <p className={classes.facts}>{inOneLine(facts)}</p>
      {childOpinion?.words && (
        <p className={classes.scope} dir="auto">
          «{childOpinion.words}»
        </p>
      )}
      {details.dataCategories.length > 0 && (
        <p className={classes.facts}>
          {t('data', {
            data: listed(details.dataCategories.map((one) => labels.label('dataCategories', one))),
          })}
        </p>
      )}
    </>
  );
}
