import { Button, Drawer, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtocolEntry } from '#api/protocol.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { LetterCopies } from '../referrals/letter-copies.tsx';

interface EntryDrawerProps {
  entry: ProtocolEntry;
  /** Entries in sight, one of which it may answer. */
  others: ProtocolEntry[];
  onClose: () => void;
}

const numberOf = ({ number, year }: ProtocolEntry) => `${number}/${year}`;

/** One line of the protocol with everything about it, and the letter as it left. */
export function EntryDrawer({ entry, others, onClose }: EntryDrawerProps) {
  const { t } = useTranslation(['protocol', 'common']);
  return (
    <Drawer
      opened
      size="46rem"
      onClose={onClose}
      title={t('entry', { protocol: numberOf(entry) })}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <EntryFacts entry={entry} />
        <AnswerField entry={entry} others={others} />
        <AnnulField entry={entry} onDone={onClose} />
        {entry.letterId && <LetterCopies letterId={entry.letterId} hasPersonCopy />}
      </Stack>
    </Drawer>
  );
}

function EntryFacts({ entry }: { entry: ProtocolEntry }) {
  const { t } = useTranslation('protocol');
  const { label } = useLabels();
  const dates = useDates();
  const { person, way, documentOn, theirProtocol, annulledOn, annulledWhy, note } = entry;
  const facts = [
    { label: t('fields.date'), value: dates.day(entry.enteredOn) },
    { label: t('fields.direction'), value: t(entry.direction) },
    { label: t('fields.correspondent'), value: entry.correspondent || t('covered') },
    { label: t('fields.subject'), value: entry.subject || t('covered') },
    { label: t('fields.way'), value: way && label('referralWays', way) },
    { label: t('fields.documentOn'), value: documentOn && dates.day(documentOn) },
    { label: t('fields.theirProtocol'), value: theirProtocol },
    { label: t('fields.note'), value: note },
    {
      label: t('fields.person'),
      value: person && (
        <Link to="/people/$personId/letters" params={{ personId: person.personId }}>
          <NameText>{person.listedName}</NameText>
        </Link>
      ),
    },
    {
      label: t('annulled'),
      value: annulledOn && `${dates.day(annulledOn)}: ${annulledWhy ?? ''}`,
    },
    { label: t('fields.enteredBy'), value: entry.enteredBy },
  ];
  return <FactList facts={facts.filter(({ value }) => value)} />;
}

function AnswerField({ entry, others }: { entry: ProtocolEntry; others: ProtocolEntry[] }) {
  const { t } = useTranslation('protocol');
  const answer = useMutation({
    mutationFn: (answersId: string | null) =>
      vault.protocol.recordAnswer({ id: entry.id, answersId }),
  });
  const choices = others.filter(
    ({ id, direction }) => id !== entry.id && direction !== entry.direction,
  );
  const chosen = entry.answers;
  const known = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen] : [];
  return (
    <>
      <NativeSelect
        label={t('answersField')}
        data={[
          { value: '', label: t('answersNothing') },
          ...known.map(({ id, protocol }) => ({ value: id, label: protocol })),
          ...choices.map((one) => ({
            value: one.id,
            label: `${numberOf(one)} · ${one.correspondent} · ${one.subject}`,
          })),
        ]}
        value={chosen?.id ?? ''}
        onChange={(event) => answer.mutate(event.currentTarget.value || null)}
      />
      <ErrorNotice error={answer.error} />
    </>
  );
}

function AnnulField({ entry, onDone }: { entry: ProtocolEntry; onDone: () => void }) {
  const { t } = useTranslation('protocol');
  const { user } = useSession();
  const [why, setWhy] = useState('');
  const annul = useMutation({
    mutationFn: () => vault.protocol.annul({ id: entry.id, why: why.trim() }),
    onSuccess: onDone,
  });
  if (user.role !== 'coordinator' || entry.annulledOn) return null;
  return (
    <>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('annulWhy')}
          maxLength={200}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={why.trim() === ''}
          loading={annul.isPending}
          onClick={() => annul.mutate()}
        >
          {t('annul')}
        </Button>
      </Group>
      <ErrorNotice error={annul.error} />
    </>
  );
}
