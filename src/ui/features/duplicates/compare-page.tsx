import { Button, Group, Radio, Skeleton, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { listedName, spokenName } from '#domain/names/person-name.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { usePerson } from '../people/use-person.ts';
import classes from './duplicates.module.css';
import { useFieldText } from './field-text.ts';
import {
  type Choices,
  type ChosenField,
  chosenFields,
  fullerChoices,
  isSaid,
  isSame,
  mergedDetails,
  type Side,
} from './merged-details.ts';

type Pair = Record<Side, Person>;
const sides = ['a', 'b'] as const;

export function ComparePage() {
  const { t } = useTranslation('duplicates');
  const { personId, otherId } = useParams({ from: '/people/compare/$personId/$otherId' });
  const a = usePerson(personId);
  const b = usePerson(otherId);
  return (
    <>
      <PageHeading lead={t('compare.lead')}>{t('compare.title')}</PageHeading>
      <ErrorNotice error={a.error ?? b.error} />
      {a.data && b.data ? (
        <Comparison pair={{ a: a.data, b: b.data }} />
      ) : (
        !a.error && !b.error && <Skeleton height={300} />
      )}
    </>
  );
}

const nameOf = ({ details }: Person) => (details.names[0] ? listedName(details.names[0]) : '');

function Comparison({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const { user } = useSession();
  const navigate = useNavigate();
  const [kept, setKept] = useState<Side>(
    pair.a.caseFile.openedOn <= pair.b.caseFile.openedOn ? 'a' : 'b',
  );
  const [changed, setChanged] = useState<Partial<Choices>>({});
  const [isAsking, setAsking] = useState(false);
  const details = { a: pair.a.details, b: pair.b.details };
  const choices = { ...fullerChoices(details, kept), ...changed };
  const other: Side = kept === 'a' ? 'b' : 'a';
  const merge = useMutation({
    mutationFn: () =>
      vault.merges.create({
        keptId: pair[kept].id,
        keptRevision: pair[kept].revision,
        mergedId: pair[other].id,
        mergedRevision: pair[other].revision,
        details: mergedDetails(details, kept, choices),
      }),
    onSuccess: () => {
      notifyDone(t('compare.done'));
      void navigate({ to: '/people/$personId', params: { personId: pair[kept].id } });
    },
    onError: () => setAsking(false),
  });
  const dismiss = useMutation({
    mutationFn: () => vault.duplicates.dismiss({ personId: pair.a.id, otherId: pair.b.id }),
    onSuccess: () => {
      notifyDone(t('list.dismissed'));
      void navigate({ to: '/people/duplicates' });
    },
  });
  const mayMerge = user.role !== 'volunteer';
  return (
    <Panel>
      <table className={classes.table}>
        <colgroup>
          <col />
          <col />
          <col />
        </colgroup>
        <KeptRow pair={pair} kept={kept} onChange={setKept} />
        <tbody>
          <NamesRow pair={pair} />
          {chosenFields
            .filter((field) => sides.some((side) => isSaid(details[side], field)))
            .map((field) => (
              <FieldRow
                key={field}
                field={field}
                pair={pair}
                chosen={choices[field]}
                onChange={(side) => setChanged((now) => ({ ...now, [field]: side }))}
              />
            ))}
        </tbody>
      </table>
      <ErrorNotice error={merge.error ?? dismiss.error} />
      {!mayMerge && <Text mt="md">{t('compare.noRight')}</Text>}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
          {t('compare.different')}
        </Button>
        {mayMerge && <Button onClick={() => setAsking(true)}>{t('compare.merge')}</Button>}
      </Group>
      <ConfirmDialog
        opened={isAsking}
        title={t('compare.confirmTitle')}
        confirmLabel={t('compare.merge')}
        isWorking={merge.isPending}
        onConfirm={() => merge.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('compare.confirmText', { kept: `\u2068${nameOf(pair[kept])}\u2069` })}
      </ConfirmDialog>
    </Panel>
  );
}

interface KeptRowProps {
  pair: Pair;
  kept: Side;
  onChange: (side: Side) => void;
}

function KeptRow({ pair, kept, onChange }: KeptRowProps) {
  const { t } = useTranslation('duplicates');
  return (
    <thead>
      <tr>
        <th scope="col">{t('compare.field')}</th>
        {sides.map((side) => (
          <th key={side} scope="col">
            <NameText>{nameOf(pair[side])}</NameText>
            <div className={classes.facts}>{pair[side].caseFile.number}</div>
            <Radio
              mt={6}
              name="kept"
              label={t('compare.keep')}
              checked={kept === side}
              onChange={() => onChange(side)}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function NamesRow({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  return (
    <tr>
      <th scope="row">
        {t('compare.names')}
        <div className={classes.facts}>{t('compare.bothNames')}</div>
      </th>
      {sides.map((side) => (
        <td key={side}>
          <ul className={classes.names}>
            {pair[side].details.names.map((name) => (
              <li key={`${name.kind} ${spokenName(name)}`}>
                <NameText>{spokenName(name)}</NameText>
              </li>
            ))}
          </ul>
        </td>
      ))}
    </tr>
  );
}

interface FieldRowProps {
  field: ChosenField;
  pair: Pair;
  chosen: Side;
  onChange: (side: Side) => void;
}

function FieldRow({ field, pair, chosen, onChange }: FieldRowProps) {
  const { t } = useTranslation('duplicates');
  const textOf = useFieldText();
  if (isSame(pair.a.details, pair.b.details, field)) {
    return (
      <tr className={classes.same}>
        <th scope="row">{t(`fields.${field}`)}</th>
        <td colSpan={2}>{textOf(pair.a.details, field)}</td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{t(`fields.${field}`)}</th>
      {sides.map((side) => (
        <td key={side}>
          <Radio
            name={field}
            label={textOf(pair[side].details, field) || t('compare.nothing')}
            checked={chosen === side}
            onChange={() => onChange(side)}
          />
        </td>
      ))}
    </tr>
  );
}
