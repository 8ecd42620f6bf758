import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { followers, isFinal, isResting } from '#domain/referrals/referral.ts';
import { replyTargets, type StepTarget } from '#domain/referrals/referral-step.ts';
import { useSession } from '#ui/app/session.tsx';
import { type ReferralDialogName, ReferralDialogs } from './referral-dialogs.tsx';
import { SendMenu } from './send-menu.tsx';
import { useRecordStep } from './use-record-step.ts';

interface ReferralActionsProps {
  referral: Referral;
  title: string;
  /** Opens the whole of it; left out where it is open already. */
  onOpen?: (() => void) | undefined;
}

/** Which replies the office can give from here. */
const repliesTo = ({ state }: Referral) =>
  replyTargets.filter((target) => followers[state].includes(target));

const canReply = (referral: Referral) =>
  ['sent', 'received', 'waitingList', 'noReply'].includes(referral.state);

/** The likely next step as a button, everything else in a menu. */
export function ReferralActions({ referral, title, onOpen }: ReferralActionsProps) {
  const { t } = useTranslation(['referrals', 'vocabularies']);
  const [dialog, setDialog] = useState<ReferralDialogName>();
  const { state, consent } = referral;
  const isStopped = consent === 'withdrawn';
  return (
    <Group gap="sm" wrap="nowrap">
      {isStopped && (
        <Button color="red" variant="light" onClick={() => setDialog({ step: ['withdrawn'] })}>
          {t('actions.withdraw')}
        </Button>
      )}
      {!isStopped && state === 'draft' && consent !== 'valid' && (
        <Button variant="light" onClick={() => setDialog('consent')}>
          {t('actions.giveConsent')}
        </Button>
      )}
      {!isStopped && state === 'draft' && consent === 'valid' && <SendMenu referral={referral} />}
      {!isStopped && canReply(referral) && (
        <Button variant="default" onClick={() => setDialog('reply')}>
          {t('actions.reply')}
        </Button>
      )}
      {!isStopped && (state === 'accepted' || state === 'inProgress') && (
        <Button variant="default" onClick={() => setDialog({ step: ['concluded'] })}>
          {t('actions.conclude')}
        </Button>
      )}
      {onOpen && (
        <Button variant="light" onClick={onOpen}>
          {t('actions.open')}
        </Button>
      )}
      <MoreMenu referral={referral} title={title} onChoose={setDialog} />
      {dialog && (
        <ReferralDialogs
          referral={referral}
          dialog={dialog}
          replies={repliesTo(referral)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Group>
  );
}

interface MoreMenuProps {
  referral: Referral;
  title: string;
  onChoose: (dialog: ReferralDialogName) => void;
}

/** Steps that need no words of their own are recorded at once, as of today. */
const WITHOUT_WORDS: readonly StepTarget[] = ['received', 'inProgress', 'noReply'];
const IN_MENU = ['received', 'inProgress', 'concluded', 'noReply', 'withdrawn'] as const;

function MoreMenu({ referral, title, onChoose }: MoreMenuProps) {
  const { t } = useTranslation('referrals');
  const { user, today } = useSession();
  const record = useRecordStep(referral);
  const { state, letter, way } = referral;
  const steps = IN_MENU.filter((target) => followers[state].includes(target));
  const take = (to: StepTarget) =>
    WITHOUT_WORDS.includes(to) ? record.mutate({ to, on: today }) : onChoose({ step: [to] });
  const isOver = isResting(state);
  const mayReopen = isOver && user.role === 'coordinator';
  const mayWrite = !letter && !isFinal(state);
  if (steps.length === 0 && !letter && !mayReopen && way !== 'pec') return null;
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('actions.more', { title })}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {letter && (
          <Menu.Item onClick={() => onChoose('letter')}>{t('actions.viewLetter')}</Menu.Item>
        )}
        {mayWrite && (
          <Menu.Item onClick={() => onChoose('write')}>{t('actions.writeLetter')}</Menu.Item>
        )}
        {!isOver && <Menu.Item onClick={() => onChoose('edit')}>{t('actions.edit')}</Menu.Item>}
        {way === 'pec' && (
          <Menu.Item onClick={() => onChoose('receipts')}>{t('actions.receipts')}</Menu.Item>
        )}
        {steps.length > 0 && <Menu.Divider />}
        {steps.map((to) => (
          <Menu.Item key={to} onClick={() => take(to)}>
            {t(`step.menu.${to}`)}
          </Menu.Item>
        ))}
        {mayReopen && (
          <Menu.Item onClick={() => onChoose('reopen')}>{t('actions.reopen')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
