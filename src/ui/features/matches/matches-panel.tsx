import { Button, Group, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecidedMatch } from '#api/matches.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { FormDrawer } from '../documents/form-drawer.tsx';
import { ReasonWords } from './reason-words.tsx';

type Step = 'arrived' | 'ended';

/** What somebody decided, and what became of it. */
export function MatchesPanel({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('matches');
  const [recorded, setRecorded] = useState<{ match: DecidedMatch; step: Step }>();
  const [printed, setPrinted] = useState<DecidedMatch>();
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'matches', programmeId],
    queryFn: () => vault.matches.list({ programmeId }),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  const later = data.later.map((one) => t('decided.later', { ...one, count: one.months }));
  return (
    <Panel title={t('decided.title')} hint={inOneLine(later)}>
      <ul className={lines.lines} aria-label={t('decided.title')}>
        {data.items.map((match) => (
          <li key={match.id} className={lines.line}>
            <MatchLine
              match={match}
              onRecord={(step) => setRecorded({ match, step })}
              onPrint={() => setPrinted(match)}
            />
          </li>
        ))}
      </ul>
      {recorded && <RecordDialog {...recorded} onClose={() => setRecorded(undefined)} />}
      {printed && (
        <FormDrawer
          personId={printed.personId}
          form={{ kind: 'match', matchId: printed.id }}
          onClose={() => setPrinted(undefined)}
        />
      )}
    </Panel>
  );
}

interface MatchLineProps {
  match: DecidedMatch;
  onRecord: (step: Step) => void;
  onPrint: () => void;
}

function MatchLine({ match, onRecord, onPrint }: MatchLineProps) {
  const { t } = useTranslation('matches');
  const dates = useDates();
  const { personId, enrolmentId, listedName: name, arrivedOn, endedOn } = match;
  const facts = [
    match.decidedBy
      ? t('decided.by', { name: match.decidedBy, date: dates.day(match.decidedOn) })
      : t('decided.on', { date: dates.day(match.decidedOn) }),
    t('decided.talk', { date: dates.day(match.talkOn) }),
    t('decided.consent', { date: dates.day(match.consentOn) }),
    match.hostAgreedOn && t('decided.hostAgreed', { date: dates.day(match.hostAgreedOn) }),
    arrivedOn && t('decided.arrivedOn', { date: dates.day(arrivedOn) }),
    endedOn && t('decided.endedOn', { date: dates.day(endedOn), why: match.endedWhy ?? '' }),
  ];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          <Link to="/people/$personId/programmes/$enrolmentId" params={{ personId, enrolmentId }}>
            <NameText>{name}</NameText>
          </Link>{' '}
          <IconArrowRight size={16} aria-hidden />{' '}
          {t('suggest.place', { name: match.placeName, town: match.town })}{' '}
          {endedOn ? (
            <Tag>{t('decided.ended')}</Tag>
          ) : (
            arrivedOn && <Tag tone="good">{t('decided.arrived')}</Tag>
          )}{' '}
          {!endedOn && match.consentState && match.consentState !== 'valid' && (
            <Tag tone="attention">{t('decided.consentGone')}</Tag>
          )}
        </p>
        <p className={lines.soft}>
          <ReasonWords reasons={match.reasons} />
        </p>
        <p className={lines.soft}>{inOneLine(facts)}</p>
      </div>
      <Group gap="xs">
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={t('decided.sheetOf', { name })}
          onClick={onPrint}
        >
          {t('decided.sheet')}
        </Button>
        {!endedOn && !arrivedOn && (
          <Button
            size="compact-md"
            variant="light"
            aria-label={t('decided.arriveOf', { name })}
            onClick={() => onRecord('arrived')}
          >
            {t('decided.arrive')}
          </Button>
        )}
        {!endedOn && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('decided.endOf', { name })}
            onClick={() => onRecord('ended')}
          >
            {t('decided.end')}
          </Button>
        )}
      </Group>
    </>
  );
}

interface RecordDialogProps {
  match: DecidedMatch;
  step: Step;
  onClose: () => void;
}

function RecordDialog({ match: { id, listedName }, step, onClose }: RecordDialogProps) {
  const { t } = useTranslation('matches');
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const [why, setWhy] = useState('');
  const record = useMutation({
    mutationFn: (day: string) =>
      vault.matches.record(step === 'arrived' ? { id, step, on: day } : { id, step, on: day, why }),
    onSuccess: () => {
      notifyDone(t('decided.recorded'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={
        <>
          {t(step === 'arrived' ? 'decided.arrive' : 'decided.end')}:{' '}
          <NameText>{listedName}</NameText>
        </>
      }
      onClose={onClose}
      onSubmit={() => on && record.mutate(on)}
      error={record.error}
      isSaving={record.isPending}
      isComplete={on !== undefined && (step === 'arrived' || why.trim() !== '')}
    >
      <DateField label={t('decided.day')} required value={on} onChange={setOn} />
      {step === 'ended' && (
        <TextInput
          label={t('decided.why')}
          required
          dir="auto"
          maxLength={300}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
