import { Button, Group, Modal, NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticeWays, type PrivacyNotice } from '#domain/consents/privacy-notice.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import classes from './consents-page.module.css';
import { useNotices } from './use-consents.ts';

/** That the privacy notice was given: information, and not a consent. */
export function NoticesPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('consents');
  const dates = useDates();
  const labels = useLabels();
  const [isGiving, setGiving] = useState(false);
  const { data, error, refetch } = useNotices(personId);
  return (
    <Panel
      title={t('notices.title')}
      hint={t('notices.hint')}
      actions={
        <Button variant="default" onClick={() => setGiving(true)}>
          {t('notices.add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className={classes.soft}>{t('notices.none')}</p>}
      <ul className={classes.list}>
        {data?.items.map(({ id, notice }) => (
          <li key={id} className={classes.line}>
            {[
              dates.day(notice.givenOn),
              t('notices.versionOf', { version: notice.version }),
              labels.label('noticeWays', notice.way),
              notice.language && labels.language(notice.language),
              notice.interpreter && t('interpretedBy', { name: notice.interpreter }),
              notice.givenTo && t('notices.givenToOf', { name: notice.givenTo }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
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

function NoticeDialog({ personId, lastVersion, onClose }: NoticeDialogProps) {
  const { t } = useTranslation(['consents', 'common']);
  const { today } = useSession();
  const labels = useLabels();
  const [draft, setDraft] = useState<Partial<PrivacyNotice>>({
    version: lastVersion,
    givenOn: today,
    way: 'both',
  });
  const change = (part: Partial<PrivacyNotice>) => setDraft((now) => ({ ...now, ...part }));
  const give = useMutation({
    mutationFn: (notice: PrivacyNotice) => vault.privacyNotices.give({ personId, notice }),
    onSuccess: () => {
      notifyDone(t('notices.saved'));
      onClose();
    },
  });
  const { version, givenOn, way } = draft;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('notices.add')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (version?.trim() && givenOn && way) give.mutate({ ...draft, version, givenOn, way });
        }}
      >
        <Stack gap="md">
          <div className={formClasses.two}>
            <TextInput
              label={t('notices.version')}
              description={t('notices.versionHint')}
              required
              maxLength={40}
              value={version ?? ''}
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
                change({ way: noticeWays.find((one) => one === event.currentTarget.value) })
              }
            />
            <Select
              label={t('language')}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
              limit={40}
              nothingFoundMessage={t('common:forms.nothingFound')}
              data={labels.languages}
              value={draft.language ?? null}
              onChange={(language) => change({ language: language ?? undefined })}
            />
            <TextInput
              label={t('interpreter')}
              maxLength={120}
              value={draft.interpreter ?? ''}
              onChange={(event) => change({ interpreter: event.currentTarget.value || undefined })}
            />
            <TextInput
              label={t('notices.givenTo')}
              description={t('notices.givenToHint')}
              maxLength={160}
              value={draft.givenTo ?? ''}
              onChange={(event) => change({ givenTo: event.currentTarget.value || undefined })}
            />
          </div>
          <ErrorNotice error={give.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={give.isPending} disabled={!version?.trim() || !givenOn}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
