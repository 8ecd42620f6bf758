import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterProposal, LetterTemplateSummary } from '#api/letters.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { PdfPreview } from '../documents/pdf-preview.tsx';
import { LeavingFacts } from './leaving-facts.tsx';
import { LetterIssued } from './letter-issued.tsx';
import { useLetterTemplates } from './referral-words.ts';

/** Letters about somebody's safety that wait for a second pair of eyes; nothing when there are none. */
export function ProposalsPanel() {
  const { t } = useTranslation('letters');
  const [open, setOpen] = useState<LetterProposal>();
  const { data } = useQuery({
    queryKey: ['referrals', 'proposals'],
    queryFn: () => vault.letters.proposals({}),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('proposals.title')}>
      <Stack gap="xs">
        {data.items.map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} onOpen={() => setOpen(proposal)} />
        ))}
      </Stack>
      {open && <ProposalDialog proposal={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}

function ProposalLine({ proposal, onOpen }: { proposal: LetterProposal; onOpen: () => void }) {
  const { t } = useTranslation('letters');
  const dates = useDates();
  const { listedName, proposedOn, proposedBy, details } = proposal;
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <NameText>{listedName}</NameText>
        <Text size="sm" c="dimmed">
          {t('proposals.line', {
            code: details.templateCode,
            date: dates.day(proposedOn),
            name: proposedBy,
          })}
        </Text>
      </div>
      <Button variant="default" onClick={onOpen}>
        {t('proposals.look')}
      </Button>
    </Group>
  );
}

const NO_QUESTIONS: Pick<LetterTemplateSummary, 'questions'> = { questions: [] };

interface ProposalDialogProps {
  proposal: LetterProposal;
  onClose: () => void;
}

function ProposalDialog({ proposal, onClose }: ProposalDialogProps) {
  const { t } = useTranslation(['letters', 'common']);
  const { user } = useSession();
  const { id, personId, details, urgency, isOwn } = proposal;
  const templates = useLetterTemplates().data?.items;
  const { questions } =
    templates?.find(({ code }) => code === details.templateCode) ?? NO_QUESTIONS;
  const { data, error } = useQuery({
    queryKey: ['referrals', 'proposal', id],
    queryFn: async () => ({
      check: await vault.letters.check({ personId, details }),
      pdf: await vault.documents.previewLetter({ personId, details, urgency }),
    }),
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: (seal: string) => vault.letters.confirm({ id, seal }),
  });
  const withdraw = useMutation({
    mutationFn: () => vault.letters.withdraw({ id }),
    onSuccess: onClose,
  });
  const mayConfirm = !isOwn && user.role !== 'volunteer';
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('proposals.dialogTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {confirm.data ? (
        <LetterIssued {...confirm.data} onFinish={onClose} />
      ) : (
        <Stack gap="md">
          <ErrorNotice error={error ?? confirm.error ?? withdraw.error} />
          {data && <LeavingFacts check={data.check} questions={questions} />}
          {data && <PdfPreview bytes={data.pdf.bytes} label={t('previewTitle')} />}
          {!mayConfirm && <Text size="sm">{t('proposals.notYou')}</Text>}
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate()}
            >
              {t('proposals.withdraw')}
            </Button>
            <Button
              disabled={!mayConfirm || !data}
              loading={confirm.isPending}
              onClick={() => data && confirm.mutate(data.check.seal)}
            >
              {t('proposals.confirm')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
