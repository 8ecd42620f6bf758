import { Button, Group, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '#api/enrolments.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { CloseEnrolmentDialog } from './close-enrolment-dialog.tsx';

interface EnrolmentLineProps {
  enrolment: Enrolment;
  /** What the line is about: whoever is in it, the programme they are in, or on their own page the programme itself. */
  named: 'person' | 'enrolment' | 'programme';
}

export function EnrolmentLine({ enrolment, named }: EnrolmentLineProps) {
  const { t } = useTranslation('programmes');
  const dates = useDates();
  const { label } = useLabels();
  const {
    leftOn,
    exit,
    foundHelpful,
    isWaiting,
    overrideReason,
    overriddenBy,
    personId,
    programmeId,
  } = enrolment;
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {named === 'programme' ? (
            <Link to="/programmes/$programmeId" params={{ programmeId }}>
              {enrolment.programmeName}
            </Link>
          ) : (
            <Link
              to="/people/$personId/programmes/$enrolmentId"
              params={{ personId, enrolmentId: enrolment.id }}
            >
              {named === 'person' ? (
                <NameText>{enrolment.listedName}</NameText>
              ) : (
                enrolment.programmeName
              )}
            </Link>
          )}{' '}
          {isWaiting && <Tag tone="attention">{t('enrolments.waiting')}</Tag>}
          {overrideReason && <Tag tone="calm">{t('enrolments.overridden')}</Tag>}
          {leftOn && <Tag>{exit && label('enrolmentOutcomes', exit)}</Tag>}
        </p>
        <p className={lines.soft}>
          {t('enrolments.since', { date: dates.day(enrolment.enrolledOn) })}
          {leftOn && ` · ${t('enrolments.leftOn', { date: dates.day(leftOn) })}`}
          {foundHelpful !== undefined &&
            ` · ${t(foundHelpful ? 'enrolments.foundHelpful.yes' : 'enrolments.foundHelpful.no')}`}
        </p>
        {overrideReason && (
          <p className={lines.soft}>
            {t('enrolments.reason', { name: overriddenBy ?? '', reason: overrideReason })}
          </p>
        )}
      </div>
      {leftOn ? <Reopen enrolment={enrolment} /> : <Steps enrolment={enrolment} />}
    </>
  );
}

function Steps({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const { today } = useSession();
  const [isClosing, setClosing] = useState(false);
  const { id, listedName: name, stage, stages } = enrolment;
  const record = useMutation({
    mutationFn: (reached: string) =>
      vault.enrolments.record({ id, stage: reached, reachedOn: today }),
    onSuccess: () => notifyDone(t('enrolments.stageNoted')),
  });
  return (
    <Group gap="xs" wrap="nowrap">
      {stages.length > 0 && (
        <Select
          aria-label={t('enrolments.stageOf', { name })}
          data={stages.map((one) => ({ value: one.code, label: words(one.name) }))}
          value={stage ?? null}
          placeholder={t('enrolments.noStage')}
          allowDeselect={false}
          disabled={record.isPending}
          onChange={(reached) => reached && reached !== stage && record.mutate(reached)}
        />
      )}
      <Button
        variant="default"
        aria-label={t('enrolments.closeOf', { name })}
        onClick={() => setClosing(true)}
      >
        {t('enrolments.close')}
      </Button>
      <ErrorNotice error={record.error} />
      {isClosing && (
        <CloseEnrolmentDialog
          enrolment={enrolment}
          onClose={() => setClosing(false)}
          onClosed={() =>
            notifyWithUndo(t('enrolments.closedNow'), () => void vault.enrolments.reopen({ id }))
          }
        />
      )}
    </Group>
  );
}

function Reopen({ enrolment: { id, listedName: name } }: { enrolment: Enrolment }) {
  const { t } = useTranslation('programmes');
  const reopen = useMutation({
    mutationFn: () => vault.enrolments.reopen({ id }),
    onSuccess: () => notifyDone(t('enrolments.reopened')),
  });
  return (
    <Button
      size="compact-md"
      variant="subtle"
      loading={reopen.isPending}
      aria-label={t('enrolments.reopenOf', { name })}
      onClick={() => reopen.mutate()}
    >
      {t('enrolments.reopen')}
    </Button>
  );
}
