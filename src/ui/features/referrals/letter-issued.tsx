import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { DocumentView } from '../documents/document-view.tsx';
import classes from './letter-dialog.module.css';
import { SendMenu } from './send-menu.tsx';

interface LetterIssuedProps {
  id: string;
  protocol: string;
  referralId: string;
  onFinish: () => void;
}

/** The finished letter: keep it, say how it goes, done. */
export function LetterIssued({ id, protocol, referralId, onFinish }: LetterIssuedProps) {
  const { t } = useTranslation(['letters', 'documents']);
  const { data } = useQuery({
    queryKey: ['referrals', 'get', referralId],
    queryFn: () => vault.referrals.get({ id: referralId }),
  });
  return (
    <>
      <Text mb="sm">{t('issuedText', { protocol })}</Text>
      <div className={classes.foot}>
        <span className={classes.hint}>{t('sentHint')}</span>
        <Group gap="sm" wrap="nowrap">
          {data?.referral.state === 'draft' && (
            <SendMenu referral={data.referral} onDone={onFinish} />
          )}
          <Button variant="default" onClick={onFinish}>
            {t('finish')}
          </Button>
        </Group>
      </div>
      <DocumentView
        documentKey={['letter', id]}
        label={t('documents:letterTitle')}
        load={() => vault.documents.letter({ letterId: id })}
        save={(grant) => vault.documents.saveLetter({ letterId: id, grant })}
      />
    </>
  );
}
