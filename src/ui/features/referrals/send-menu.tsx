import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { type ReferralWay, referralWays } from '#domain/referrals/referral.ts';
import { useSession } from '#ui/app/session.tsx';
import { useRecordStep } from './use-record-step.ts';

interface SendMenuProps {
  referral: Pick<Referral, 'id' | 'revision'>;
  isDisabled?: boolean;
  onDone?: () => void;
}

/** Sent today, by whoever is here: only the way has to be said. */
export function SendMenu({ referral, isDisabled = false, onDone }: SendMenuProps) {
  const { t } = useTranslation(['referrals', 'vocabularies']);
  const { today } = useSession();
  const record = useRecordStep(referral, onDone ? { onDone } : {});
  const send = (way: ReferralWay) => record.mutate({ to: 'sent', on: today, way });
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          disabled={isDisabled}
          loading={record.isPending}
          leftSection={<IconSend size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('markSent')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('markSentHow')}>
        {referralWays.map((way) => (
          <Menu.Item key={way} onClick={() => send(way)}>
            {t(`vocabularies:referralWays.${way}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
