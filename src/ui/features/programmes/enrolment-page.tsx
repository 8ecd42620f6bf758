import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { LinkButton } from '#ui/components/link-button.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FollowUpsPanel } from '../follow-ups/follow-ups-panel.tsx';
import { LedgerPanel } from '../ledgers/ledger-panel.tsx';
import { helpedAnswer, helpedAnswers } from './close-enrolment-dialog.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { EnrolmentLine } from './enrolment-line.tsx';
import { JoinProgramme } from './join-programme.tsx';
import { StagesPanel } from './stages-panel.tsx';

interface OpinionProps {
  id: string;
  foundHelpful: boolean | undefined;
}

/** Funders ask for it, and whoever asks only at the end asks those who stayed. */
function Opinion({ id, foundHelpful }: OpinionProps) {
  const { t } = useTranslation('programmes');
  const record = useMutation({
    mutationFn: (answer: string) =>
      vault.enrolments.recordOpinion({
        id,
        foundHelpful: answer === 'notAsked' ? null : answer === 'yes',
      }),
    onSuccess: () => notifyDone(t('enrolments.helpedNoted')),
  });
  return (
    <>
      <ChoiceChips
        label={t('enrolments.helped')}
        choices={helpedAnswers.map((value) => ({
          value,
          label: t(`enrolments.helpedAnswers.${value}`),
        }))}
        value={helpedAnswer(foundHelpful)}
        onChange={(answer) => record.mutate(answer)}
        isCompact
      />
      <ErrorNotice error={record.error} />
    </>
  );
}

/** One person in one programme: how far they are, and what belongs to it. */
export function EnrolmentPage() {
  const { t } = useTranslation(['programmes', 'enterprises']);
  const { enrolmentId } = useParams({ from: '/people/$personId/programmes/$enrolmentId' });
  const [isMoving, setMoving] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'enrolment', enrolmentId],
    queryFn: () => vault.enrolments.get({ id: enrolmentId }),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  return (
    <>
      <BackLink to="/people/$personId/programmes" params={{ personId: data.personId }}>
        {t('person.back')}
      </BackLink>
      <PageHeading
        order={2}
        lead={data.cameFrom && t('transfer.cameFrom', { programme: data.cameFrom })}
        actions={
          <Group gap="xs">
            {data.kinds.includes('enterprise') && (
              <LinkButton
                to="/people/$personId/programmes/$enrolmentId/enterprise"
                params={{ personId: data.personId, enrolmentId }}
              >
                {t('enterprises:open')}
              </LinkButton>
            )}
            {!data.leftOn && (
              <Button variant="subtle" onClick={() => setMoving(true)}>
                {t('transfer.open')}
              </Button>
            )}
          </Group>
        }
      >
        {data.programmeName}
      </PageHeading>
      <Stack gap="lg">
        <Panel>
          <ul className={lines.lines}>
            <li className={lines.line}>
              <EnrolmentLine enrolment={data} named="programme" />
            </li>
          </ul>
          {!data.isWaiting && <Opinion id={data.id} foundHelpful={data.foundHelpful} />}
        </Panel>
        {data.stages.length > 0 && <StagesPanel enrolment={data} />}
        <FollowUpsPanel personId={data.personId} enrolmentId={enrolmentId} />
        <LedgerPanel whose={{ enrolmentId }} />
        <ComparePanel facts={data.facts} leftOn={data.leftOn} />
      </Stack>
      {isMoving && (
        <JoinProgramme
          personId={data.personId}
          leaving={{ id: data.id, programmeId: data.programmeId }}
          onClose={() => setMoving(false)}
        />
      )}
    </>
  );
}
