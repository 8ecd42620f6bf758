import { Button, SegmentedControl, Skeleton, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tie } from '#api/ties.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { RecordDraft } from './field-spec.ts';
import { PersonPicker } from './person-picker.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { RecordList } from './record-list.tsx';
import type { LineTools, RecordLine } from './record-view.ts';
import { isNamed, tieView } from './tie-view.ts';
import { useLineTools } from './use-line-tools.ts';

function PersonLink({ personId, name }: { personId: string; name: string }) {
  return (
    <Link to="/people/$personId" params={{ personId }}>
      <NameText>{name}</NameText>
    </Link>
  );
}

function lineOf({ details, other }: Tie, { today, dates, labels, say }: LineTools): RecordLine {
  const { place, life, reunification, decree, court, validFrom, validTo, note } = details;
  const isDead = life === 'dead';
  const isOver = validTo !== undefined && validTo < today;
  return {
    title: (
      <>
        {other ? (
          <PersonLink personId={other.personId} name={other.listedName} />
        ) : (
          <NameText>{details.otherName ?? ''}</NameText>
        )}
        {', '}
        {labels.label('tieKinds', details.kind).toLocaleLowerCase()}
      </>
    ),
    facts: [
      other?.birth && dates.age(other.birth, today),
      details.otherBirthYear && say('ties.born', { year: details.otherBirthYear }),
      !isDead && !(other && place === 'unknown') && labels.label('places', place),
      !other && life !== 'alive' && labels.label('lifeSigns', life),
      details.isEmergency && say('inEmergency'),
      details.otherContact && <bdi dir="ltr">{details.otherContact}</bdi>,
      decree && say('ties.decree', { number: decree }),
      court,
      validFrom && say('period.from', { from: dates.day(validFrom) }),
      validTo && say('period.to', { to: dates.day(validTo) }),
      note,
    ],
    ...(reunification
      ? { tag: { tone: 'calm' as const, text: labels.label('reunifications', reunification) } }
      : {}),
    isPast: isDead || isOver,
  };
}

/** Family, guardian, hosts: who somebody belongs to, here and elsewhere. */
export function TiesPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('records');
  const tools = useLineTools();
  const [editing, setEditing] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['ties', 'list', personId],
    queryFn: () => vault.ties.list({ personId }),
  });
  const row = data?.items.find(({ id }) => id === editing);
  const items = (data?.items ?? []).map((tie) => ({
    id: tie.id,
    line: lineOf(tie, tools),
    plainTitle: tie.other?.listedName ?? tie.details.otherName ?? '',
  }));
  return (
    <Panel
      title={t('titles.ties')}
      actions={
        <Button
          size="compact-md"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={t('additions.ties')}
          onClick={() => setEditing('new')}
        >
          {t('add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={40} />}
      {data && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('empties.ties')}
        </Text>
      )}
      {items.length > 0 && (
        <RecordList label={t('titles.ties')} items={items} onEdit={setEditing} />
      )}
      {data && data.household.length > 0 && (
        <Text size="sm" mt="xs">
          {t('ties.alsoInHousehold')}{' '}
          {data.household.map((one, index) => (
            <span key={one.personId}>
              {index > 0 && ', '}
              <PersonLink personId={one.personId} name={one.listedName} />
            </span>
          ))}
        </Text>
      )}
      {editing && (
        <RecordDialog
          view={tieView}
          personId={personId}
          row={row}
          above={(form) => <OtherField {...form} personId={personId} known={row} />}
          onDone={() => setEditing(undefined)}
        />
      )}
    </Panel>
  );
}

interface OtherFieldProps {
  draft: RecordDraft;
  change: (part: RecordDraft) => void;
  errorOf: (name: string) => string | undefined;
  personId: string;
  known: Tie | undefined;
}

/** Who the other is. Of a tie that is there already, the other stays who it is. */
function OtherField({ draft, change, errorOf, personId, known }: OtherFieldProps) {
  const { t } = useTranslation('records');
  if (known?.other) return <NameText strong>{known.other.listedName}</NameText>;
  const named = isNamed(draft);
  return (
    <>
      {!known && (
        <SegmentedControl
          aria-label={t('ties.who')}
          data={[
            { value: 'register', label: t('ties.inRegister') },
            { value: 'named', label: t('ties.named') },
          ]}
          value={named ? 'named' : 'register'}
          onChange={(who) => change({ who })}
        />
      )}
      {named ? (
        <TextInput
          label={t('ties.otherName')}
          dir="auto"
          maxLength={160}
          autoComplete="off"
          value={typeof draft.otherName === 'string' ? draft.otherName : ''}
          error={errorOf('otherName')}
          onChange={(event) => change({ otherName: event.currentTarget.value })}
        />
      ) : (
        <PersonPicker
          label={t('ties.otherPerson')}
          exceptId={personId}
          value={typeof draft.otherPersonId === 'string' ? draft.otherPersonId : undefined}
          error={errorOf('otherName')}
          onChange={(otherPersonId) => change({ otherPersonId })}
        />
      )}
    </>
  );
}
