import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticeWays, type PrivacyNotice } from '#domain/consents/privacy-notice.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { LanguageField } from '#ui/components/language-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { FormDrawer } from '../documents/form-drawer.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import classes from './consents-page.module.css';
import { useNotices } from './use-consents.ts';

/** That the privacy notice was given: information, and not a consent. */
export function NoticesPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('consents');
  const dates = useDates();
  const labels = useLabels();
  const [isGiving, setGiving] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const { data, error, refetch } = useNotices(personId);
  return (
    <Panel
      title={t('notices.title')}
      hint={t('notices.hint')}
      actions={
        <>
          <Button variant="default" onClick={() => setPrinting(true)}>
            {t('notices.print')}
          </Button>
          <Button variant="default" onClick={() => setGiving(true)}>
            {t('notices.add')}
          </Button>
        </>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className={classes.soft}>{t('notices.none')}</p>}
      <ul className={classes.list}>
        {data?.items.map(({ id, notice }) => (
          <li key={id} className={classes.line}>
            {inOneLine([
              dates.day(notice.givenOn),
              t('notices.versionOf', { version: notice.version }),
              labels.label('noticeWays', notice.way),
              notice.language && labels.language(notice.language),
              notice.interpreter && t('interpretedBy', { name: notice.interpreter }),
              notice.givenTo && t('notices.givenToOf', { name: notice.givenTo }),
            ])}
          </li>
        ))}
      </ul>
      {isPrinting && (
        <FormDrawer
          personId={personId}
          form={{ kind: 'privacyNotice' }}
          onClose={() => setPrinting(false)}
        />
      )}
      {isGiving && (
        <NoticeDialog
          personId={personId}
          lastVersion={data?.lastVersion ?? ''}
          onClose={() => setGiving(false)}
        />
      )}
    </Panel>
  );
}

interface NoticeDialogProps {
  personId: string;
  lastVersion: string;
  onClose: () => void;
}

interface NoticeDraft {
  version: string;
  givenOn: string | undefined;
  way: PrivacyNotice['way'];
  language: string | undefined;
  interpreter: string;
  givenTo: string;
}

function NoticeDialog({ personId, lastVersion, onClose }: NoticeDialogProps) {
  const { t } = useTranslation('consents');
  const { today } = useSession();
  const labels = useLabels();
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<NoticeDraft>({
    form: 'privacyNotice',
    subjectId: personId,
    personId,
    start: {
      version: lastVersion,
      givenOn: today,
      way: 'both',
      language: undefined,
      interpreter: '',
      givenTo: '',
    },
  });
  const close = () => {
    forget();
    onClose();
  };
  const give = useMutation({
    mutationFn: (notice: PrivacyNotice) => vault.privacyNotices.give({ personId, notice }),
    onSuccess: () => {
      notifyDone(t('notices.saved'));
      close();
    },
  });
  const { version, givenOn, way, language, interpreter, givenTo } = draft;
  const isComplete = version.trim() !== '' && givenOn !== undefined;
  const submit = () => {
    if (!isComplete) return;
    give.mutate({
      version,
      givenOn,
      way,
      ...(language ? { language } : {}),
      ...(interpreter.trim() ? { interpreter } : {}),
      ...(givenTo.trim() ? { givenTo } : {}),
    });
  };
  return (
    <FormDialog
      size="lg"
      title={t('notices.add')}
      onClose={onClose}
      onCancel={close}
      onSubmit={submit}
      error={give.error}
      isSaving={give.isPending}
      isComplete={isComplete}
      kept={kept}
    >
      <div className={formClasses.two}>
        <TextInput
          label={t('notices.version')}
          description={t('notices.versionHint')}
          required
          maxLength={40}
          value={version}
          onChange={(event) => change({ version: event.currentTarget.value })}
        />
        <DateField
          label={t('notices.givenOn')}
          value={givenOn}
          onChange={(on) => change({ givenOn: on })}
        />
        <NativeSelect
          label={t('way')}
          data={choicesOf(noticeWays, 'noticeWays', labels.label)}
          value={way}
          onChange={(event) =>
            change({ way: noticeWays.find((one) => one === event.currentTarget.value) ?? way })
          }
        />
        <LanguageField
          label={t('language')}
          value={language}
          onChange={(chosen) => change({ language: chosen })}
        />
        <TextInput
          label={t('interpreter')}
          maxLength={120}
          value={interpreter}
          onChange={(event) => change({ interpreter: event.currentTarget.value })}
        />
        <TextInput
          label={t('notices.givenTo')}
          description={t('notices.givenToHint')}
          maxLength={160}
          value={givenTo}
          onChange={(event) => change({ givenTo: event.currentTarget.value })}
        />
      </div>
    </FormDialog>
  );
}
