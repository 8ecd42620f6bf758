import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InboundReferral } from '#api/inbound-referrals.ts';
import { type InboundReply, inboundReplies } from '#domain/referrals/inbound-referral.ts';
import { referralWays } from '#domain/referrals/referral.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface InboundReplyDialogProps {
  inbound: InboundReferral;
  onClose: () => void;
}

type ReplyDraft = Omit<InboundReply, 'on' | 'words'> & { on: string | undefined; words: string };

/** What we answered to whoever sent somebody. */
export function InboundReplyDialog({ inbound, onClose }: InboundReplyDialogProps) {
  const { t } = useTranslation(['inbound', 'common']);
  const { label } = useLabels();
  const { today } = useSession();
  const { id, revision, details, reply } = inbound;
  const { values, change, kept, forget } = useKeptForm<ReplyDraft>({
    form: 'inboundReply',
    subjectId: id,
    personId: inbound.personId,
    basis: revision,
    start: {
      kind: reply?.kind ?? 'accepted',
      on: reply?.on ?? today,
      way: reply?.way ?? details.way,
      words: reply?.words ?? '',
    },
  });
  const done = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (told: InboundReply | null) =>
      vault.inboundReferrals.reply({ id, revision, reply: told }),
    onSuccess: (_, told) => {
      notifyDone(t(told ? 'replySaved' : 'replyTakenBack'));
      done();
    },
  });
  const { on, words, ...rest } = values;
  return (
    <FormDialog
      title={t('reply.title', { name: inbound.senderName })}
      onClose={onClose}
      onCancel={done}
      onSubmit={() => on && save.mutate({ ...rest, on, ...(words.trim() ? { words } : {}) })}
      error={save.error}
      isSaving={save.isPending}
      isComplete={on !== undefined}
      kept={kept}
    >
      <ChoiceChips
        label={t('reply.kind')}
        choices={choicesOf(inboundReplies, 'inboundReplies', label)}
        value={values.kind}
        onChange={(chosen) => {
          const kind = inboundReplies.find((one) => one === chosen);
          if (kind) change({ kind });
        }}
      />
      <div className={grid.two}>
        <DateField label={t('reply.on')} value={on} onChange={(day) => change({ on: day })} />
        <NativeSelect
          label={t('reply.way')}
          data={choicesOf(referralWays, 'referralWays', label)}
          value={values.way}
          onChange={(event) => {
            const way = referralWays.find((one) => one === event.currentTarget.value);
            if (way) change({ way });
          }}
        />
      </div>
      <LongTextField
        label={t('reply.words')}
        description={t('reply.wordsHint')}
        maxLength={1500}
        value={words}
        onChange={(text) => change({ words: text })}
      />
    </FormDialog>
  );
}
