import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { LetterCopies } from './letter-copies.tsx';
import classes from './letter-dialog.module.css';
import { SendMenu } from './send-menu.tsx';

interface LetterIssuedProps {
  id: string;
  protocol: string;
  shortSubject: string;
  referralId?: string | undefined;
  onFinish: () => void;
}

/** The finished letter: keep it, say how it goes, done. */
export function LetterIssued(props: LetterIssuedProps) {
  const { id, protocol, shortSubject, referralId, onFinish } = props;
  const { t } = useTranslation('letters');
  const { data } = useQuery({
    queryKey: ['referrals', 'get', referralId],
    queryFn: () => vault.referrals.get({ id: referralId ?? '' }),
    enabled: referralId !== undefined,
  });
  return (
    <>
      <Text mb={4}>{t('issuedText', { protocol })}</Text>
      {referralId && (
        <Text mb="sm" size="sm">
          {t('shortSubject')} <strong>{shortSubject}</strong>
        </Text>
      )}
      <div className={classes.foot}>
        <span className={classes.hint}>{referralId ? t('sentHint') : ''}</span>
        <Group gap="sm" wrap="nowrap">
          {data?.referral.state === 'draft' && (
            <SendMenu referral={data.referral} onDone={onFinish} />
          )}
          <Button variant="default" onClick={onFinish}>
            {t('finish')}
          </Button>
        </Group>
      </div>
      <LetterCopies letterId={id} hasPersonCopy={referralId !== undefined} />
    </>
  );
}
