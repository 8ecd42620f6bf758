import { Alert, Drawer, Group, Skeleton, Stack, Title } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordedStep, Referral } from '#api/referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ReferralActions } from './referral-actions.tsx';
import { ReferralPapers } from './referral-papers.tsx';
import { ReferralTags } from './referral-tags.tsx';
import { useReferralTitle } from './referral-words.ts';
import classes from './referrals.module.css';

interface ReferralDrawerProps {
  id: string;
  /** In a list of the whole team it has to say whose it is. */
  showsPerson?: boolean;
  onClose: () => void;
}

/** The whole of one referral: what was asked, what came back, and every step with who and when. */
export function ReferralDrawer({ id, showsPerson = false, onClose }: ReferralDrawerProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const titleOf = useReferralTitle();
  const { data, error, refetch } = useQuery({
    queryKey: ['referrals', 'get', id],
    queryFn: () => vault.referrals.get({ id }),
  });
  const title = data ? titleOf(data.referral) : t('title');
  return (
    <Drawer
      opened
      size="38rem"
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} />}
      {data && (
        <Stack gap="lg">
          <Group justify="space-between" gap="sm">
            <span>
              <ReferralTags referral={data.referral} />
            </span>
            <ReferralActions referral={data.referral} title={title} />
          </Group>
          {data.referral.consent === 'withdrawn' && (
            <Alert color="red" icon={<IconShieldOff aria-hidden />} title={t('stopped.title')}>
              {t('stopped.text')}
            </Alert>
          )}
          {showsPerson && (
            <Link to="/people/$personId/letters" params={{ personId: data.referral.personId }}>
              <NameText strong>{data.referral.listedName}</NameText>
            </Link>
          )}
          <Asked referral={data.referral} />
          <Answered referral={data.referral} />
          <ReferralPapers referral={data.referral} />
          <History steps={data.steps} />
        </Stack>
      )}
    </Drawer>
  );
}

function Asked({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const dates = useDates();
  const { label } = useLabels();
  const { details, letter, way, sentOn, pecAcceptedOn, pecDeliveredOn } = referral;
  return (
    <FactList
      facts={[
        { label: t('fields.organisation'), value: referral.organisationName },
        {
          label: t('fields.service'),
          value: details.service && label('serviceTypes', details.service),
        },
        { label: t('fields.urgency'), value: label('urgencies', details.urgency) },
        {
          label: t('fields.reason'),
          value: details.reason && <bdi dir="auto">{details.reason}</bdi>,
        },
        {
          label: t('fields.letter'),
          value:
            letter &&
            t('card.letter', { protocol: letter.protocol, date: dates.day(letter.issuedOn) }),
        },
        { label: t('fields.way'), value: way && label('referralWays', way) },
        {
          label: t('fields.sentOn'),
          value:
            sentOn && t('card.sentBy', { date: dates.day(sentOn), name: referral.sentBy ?? '' }),
        },
        { label: t('fields.pecAcceptedOn'), value: pecAcceptedOn && dates.day(pecAcceptedOn) },
        { label: t('fields.pecDeliveredOn'), value: pecDeliveredOn && dates.day(pecDeliveredOn) },
        { label: t('fields.replyBy'), value: details.replyBy && dates.day(details.replyBy) },
      ]}
    />
  );
}

function Answered({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const dates = useDates();
  const { label } = useLabels();
  const { repliedOn, replyWay, waitingUntil, declineReason, outcome, feedback } = referral;
  const facts = [
    { label: t('fields.repliedOn'), value: repliedOn && dates.day(repliedOn) },
    { label: t('fields.answeredBy'), value: referral.answeredBy },
    { label: t('fields.replyWay'), value: replyWay && label('referralWays', replyWay) },
    { label: t('fields.theirProtocol'), value: referral.theirProtocol },
    {
      label: t('fields.declineReason'),
      value: declineReason && label('declineReasons', declineReason),
    },
    { label: t('fields.waitingUntil'), value: waitingUntil && dates.day(waitingUntil) },
    { label: t('fields.outcome'), value: outcome && label('referralOutcomes', outcome) },
    {
      label: t('fields.feedback'),
      value: feedback && label('referralFeedback', String(feedback)),
    },
    {
      label: t('fields.nextStep'),
      value: referral.nextStep && <bdi dir="auto">{referral.nextStep}</bdi>,
    },
  ].filter(({ value }) => value !== undefined);
  if (facts.length === 0) return null;
  return (
    <section>
      <Title order={3} mb="xs">
        {t('answerTitle')}
      </Title>
      <FactList facts={facts} />
    </section>
  );
}

function History({ steps }: { steps: RecordedStep[] }) {
  const { t } = useTranslation(['referrals', 'vocabularies']);
  const dates = useDates();
  return (
    <section>
      <Title order={3} mb="xs">
        {t('historyTitle')}
      </Title>
      <ol className={classes.history}>
        {steps.map((step) => (
          <li key={step.id}>
            <span className={classes.stepState}>
              {t(step.from ? `vocabularies:referralStates.${step.to}` : 'historyOpened')}
            </span>
            <span className={classes.stepFacts}>
              {t('historyBy', { date: dates.day(step.on), name: step.recordedBy })}
            </span>
            {step.note && (
              <p className={classes.stepNote} dir="auto">
                {step.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
