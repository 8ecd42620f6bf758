import { Button, Group, TextInput } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { ReferralDrawer } from '../referrals/referral-drawer.tsx';

/** A slip came back: its reference, typed or scanned, opens the referral to write the answer in. */
export function SlipField() {
  const { t } = useTranslation('protocol');
  const [reference, setReference] = useState('');
  const [openId, setOpenId] = useState<string>();
  const find = useMutation({
    mutationFn: () => vault.protocol.find({ reference }),
    onSuccess: ({ referralId }) => setOpenId(referralId),
  });
  return (
    <>
      <Group align="flex-end" gap="sm" mb="md">
        <TextInput
          label={t('slip.label')}
          placeholder="R-2026-0012-K"
          maxLength={40}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && reference.trim() && find.mutate()}
        />
        <Button
          variant="default"
          leftSection={<IconQrcode size={18} aria-hidden />}
          disabled={reference.trim() === ''}
          loading={find.isPending}
          onClick={() => find.mutate()}
        >
          {t('slip.find')}
        </Button>
      </Group>
      <ErrorNotice error={find.error} />
      {openId && <ReferralDrawer id={openId} showsPerson onClose={() => setOpenId(undefined)} />}
    </>
  );
}
