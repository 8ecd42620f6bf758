import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '#api/casework.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import classes from '#ui/components/card-list.module.css';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { DocumentDrawer } from '../documents/document-drawer.tsx';

const tones: Record<Letter['state'], TagTone> = {
  draft: 'attention',
  issued: 'calm',
  answered: 'good',
};

interface LetterCardProps {
  letter: Letter;
  title: string;
}

export function LetterCard({ letter, title }: LetterCardProps) {
  const { t } = useTranslation(['casework', 'vocabularies', 'documents']);
  const dates = useDates();
  const [open, setOpen] = useState<'document' | 'reply'>();
  const { issuedOn, answeredOn, protocol, state } = letter;
  const { replyBy } = letter.details;
  const facts = [
    letter.organisationName,
    protocol && t('letters.protocol', { protocol }),
    issuedOn && t('letters.issuedOn', { date: dates.day(issuedOn) }),
    answeredOn && t('letters.answeredOn', { date: dates.day(answeredOn) }),
    !answeredOn && replyBy && t('letters.replyBy', { date: dates.day(replyBy) }),
  ].filter(Boolean);
  return (
    <article className={classes.card}>
      <div className={classes.words}>
        <h3 className={classes.title}>
          {title} <Tag tone={tones[state]}>{t(`vocabularies:letterStates.${state}`)}</Tag>
        </h3>
        <p className={classes.facts}>{facts.join(' · ')}</p>
      </div>
      <Group gap="sm" wrap="nowrap">
        {state === 'issued' && (
          <Button variant="default" onClick={() => setOpen('reply')}>
            {t('letters.replyArrived')}
          </Button>
        )}
        <Button variant="light" onClick={() => setOpen('document')}>
          {t('letters.view')}
        </Button>
      </Group>
      {open === 'document' && (
        <DocumentDrawer
          documentKey={['letter', letter.id]}
          label={t('documents:letterTitle')}
          load={() => vault.documents.letter({ letterId: letter.id })}
          save={(grant) => vault.documents.saveLetter({ letterId: letter.id, grant })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'reply' && <ReplyDialog id={letter.id} onClose={() => setOpen(undefined)} />}
    </article>
  );
}

function ReplyDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['casework', 'common']);
  const { today } = useSession();
  const [answeredOn, setAnsweredOn] = useState<string | undefined>(today);
  const record = useMutation({
    mutationFn: (on: string) => vault.letters.recordReply({ id, answeredOn: on }),
    onSuccess: () => {
      notifyDone(t('letters.replySaved'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('letters.replyTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (answeredOn) record.mutate(answeredOn);
        }}
      >
        <Stack gap="md">
          <DateField label={t('letters.replyDate')} value={answeredOn} onChange={setAnsweredOn} />
          <ErrorNotice error={record.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={record.isPending} disabled={!answeredOn}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
