import { Alert, Button, Skeleton, Text } from '@mantine/core';
import { IconEye, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterCheck } from '#api/letters.ts';
import { categoriesOfLetter, type LetterInput } from '#domain/letters/letter.ts';
import type { LetterTemplate } from '#domain/letters/letter-template.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { codeOf, useErrorText } from '#ui/components/use-error-text.ts';
import { ConsentDialog } from '../consents/consent-dialog.tsx';
import { MissingCharacters } from '../documents/missing-characters.tsx';
import { PdfPreview } from '../documents/pdf-preview.tsx';
import { LeavingFacts } from './leaving-facts.tsx';
import classes from './letter-dialog.module.css';

interface LetterPreviewProps {
  personId: string;
  details: LetterInput | undefined;
  questions: LetterTemplate['questions'];
  /** The urgency as chosen now, which the letter shows. */
  urgency: string;
  /** What the shown preview was made of. */
  previewed: { details: LetterInput; urgency: string } | undefined;
  shown:
    | { pdf: { bytes: Uint8Array; missingCharacters?: string[] | undefined }; check: LetterCheck }
    | undefined;
  error: unknown;
  isPreparing: boolean;
  isIssuing: boolean;
  onPreview: (details: LetterInput) => void;
  onIssue: (details: LetterInput, check: LetterCheck) => void;
}

export function LetterPreview(props: LetterPreviewProps) {
  const { details, previewed, error, isPreparing, urgency } = props;
  const { t } = useTranslation('letters');
  const [isGiving, setGiving] = useState(false);
  const lacksConsent = Boolean(error) && codeOf(error).startsWith('consent_');
  const isStale =
    previewed !== undefined && JSON.stringify(previewed) !== JSON.stringify({ details, urgency });
  const shown = error ? undefined : props.shown;
  const missing = shown?.pdf.missingCharacters ?? [];
  const needsSecond = shown?.check.notices.includes('secondPerson') ?? false;
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
      <MissingCharacters characters={missing} />
      {shown && <LeavingFacts check={shown.check} questions={props.questions} />}
      {shown && <PdfPreview bytes={shown.pdf.bytes} label={t('previewTitle')} />}
      <div className={`${classes.foot} ${classes.order}`}>
        <span className={classes.hint}>{t(needsSecond ? 'proposeHint' : 'issueHint')}</span>
        <Button
          disabled={!details || !shown || isStale || isPreparing || missing.length > 0}
          loading={props.isIssuing}
          onClick={() => details && shown && props.onIssue(details, shown.check)}
        >
          {t(needsSecond ? 'propose' : 'issue')}
        </Button>
      </div>
      {isGiving && details && (
        <ConsentDialog
          personId={props.personId}
          organisationId={details.organisationId}
          categories={categoriesOfLetter(withDefaults(details), { questions: props.questions })}
          onCancel={() => setGiving(false)}
          onSaved={() => {
            setGiving(false);
            props.onPreview(details);
          }}
        />
      )}
    </div>
  );
}

const withDefaults = ({ facts, answers = [], special = [] }: LetterInput) => ({
  facts,
  answers,
  special,
});

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
