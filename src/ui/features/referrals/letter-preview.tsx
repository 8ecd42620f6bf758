import { Alert, Button, Skeleton, Text } from '@mantine/core';
import { IconEye, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categoriesOf } from '#domain/consents/data-categories.ts';
import type { LetterDetails } from '#domain/referrals/letter.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { codeOf, useErrorText } from '#ui/components/use-error-text.ts';
import { ConsentDialog } from '../consents/consent-dialog.tsx';
import { PdfPreview } from '../documents/pdf-preview.tsx';
import classes from './letter-dialog.module.css';

interface LetterPreviewProps {
  personId: string;
  details: LetterDetails | undefined;
  /** What the shown preview was made of. */
  previewed: LetterDetails | undefined;
  pdf: { bytes: Uint8Array } | undefined;
  error: unknown;
  isPreparing: boolean;
  isIssuing: boolean;
  onPreview: (details: LetterDetails) => void;
  onIssue: (details: LetterDetails) => void;
}

export function LetterPreview(props: LetterPreviewProps) {
  const { details, previewed, pdf, error, isPreparing } = props;
  const { t } = useTranslation('letters');
  const [isGiving, setGiving] = useState(false);
  const lacksConsent = Boolean(error) && codeOf(error).startsWith('consent_');
  const isStale = pdf !== undefined && JSON.stringify(previewed) !== JSON.stringify(details);
  const shown = error ? undefined : pdf;
  return (
    <div className={classes.preview}>
      <div className={classes.foot}>
        <Text fw={650}>{t('previewTitle')}</Text>
        <Button
          variant="default"
          leftSection={<IconEye size={18} aria-hidden />}
          disabled={!details}
          loading={isPreparing}
          onClick={() => details && props.onPreview(details)}
        >
          {t(shown ? 'previewRefresh' : 'previewButton')}
        </Button>
      </div>
      {isStale && shown && (
        <Text size="sm" c="terracotta.8" role="status">
          {t('previewStale')}
        </Text>
      )}
      {lacksConsent ? (
        <ConsentMissing error={error} onGive={() => setGiving(true)} />
      ) : (
        <ErrorNotice error={error} />
      )}
      {!error && !shown && !isPreparing && <p className={classes.empty}>{t('previewEmpty')}</p>}
      {isPreparing && !shown && <Skeleton height={420} />}
      {shown && <PdfPreview bytes={shown.bytes} label={t('previewTitle')} />}
      <div className={classes.foot}>
        <span className={classes.hint}>{t('issueHint')}</span>
        <Button
          disabled={!details || lacksConsent}
          loading={props.isIssuing}
          onClick={() => details && props.onIssue(details)}
        >
          {t('issue')}
        </Button>
      </div>
      {isGiving && (
        <ConsentDialog
          personId={props.personId}
          organisationId={details?.organisationId}
          categories={details && categoriesOf(details.facts)}
          onCancel={() => setGiving(false)}
          onSaved={() => {
            setGiving(false);
            if (details) props.onPreview(details);
          }}
        />
      )}
    </div>
  );
}

function ConsentMissing({ error, onGive }: { error: unknown; onGive: () => void }) {
  const { t } = useTranslation('letters');
  const textOf = useErrorText();
  return (
    <Alert
      color="terracotta"
      role="alert"
      icon={<IconShieldOff aria-hidden />}
      title={t('consentTitle')}
    >
      <Text mb="sm">{textOf(error)}</Text>
      <Button onClick={onGive}>{t('giveConsent')}</Button>
    </Alert>
  );
}
