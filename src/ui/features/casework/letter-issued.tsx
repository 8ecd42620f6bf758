import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { DocumentView } from '../documents/document-view.tsx';
import classes from './letter-dialog.module.css';

interface LetterIssuedProps {
  id: string;
  protocol: string;
  onFinish: () => void;
}

export function LetterIssued({ id, protocol, onFinish }: LetterIssuedProps) {
  const { t } = useTranslation(['casework', 'documents']);
  return (
    <>
      <div className={classes.foot}>
        <Text>{t('letters.issuedText', { protocol })}</Text>
        <Button variant="default" onClick={onFinish}>
          {t('letters.finish')}
        </Button>
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
