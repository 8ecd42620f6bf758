import { Button, Group, Select, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ledger, LedgerEntryShown } from '#api/ledgers.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { InstalmentsDialog } from './instalments-dialog.tsx';
import { LedgerEntries } from './ledger-entries.tsx';
import { LedgerLines } from './ledger-lines.tsx';
import { TraineeshipsPanel } from './traineeships-panel.tsx';
import type { WhoseLedger } from './whose-ledger.ts';

/** The money of one person in a programme, or of a programme that spends its own grant. */
export function LedgerPanel({ whose }: { whose: WhoseLedger }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['ledgers', 'get', whose],
    queryFn: () => vault.ledgers.get(whose),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={180} />;
  if (data.budgets.length === 0) return null;
  return (
    <>
      <Money ledger={data} whose={whose} />
      {'enrolmentId' in whose && (
        <TraineeshipsPanel
          traineeships={data.traineeships}
          enrolmentId={whose.enrolmentId}
          personId={data.personId}
        />
      )}
    </>
  );
}

function Money({ ledger, whose }: { ledger: Ledger; whose: WhoseLedger }) {
  const { t } = useTranslation('ledgers');
  const [edited, setEdited] = useState<LedgerEntryShown | 'new'>();
  const [isPlanning, setPlanning] = useState(false);
  const isOfPerson = 'enrolmentId' in whose;
  const actions = ledger.budget && (
    <Group gap="xs">
      {isOfPerson && (
        <Button variant="default" onClick={() => setPlanning(true)}>
          {t('instalments')}
        </Button>
      )}
      <Button variant="light" onClick={() => setEdited('new')}>
        {t('add')}
      </Button>
    </Group>
  );
  return (
    <Panel
      title={t('title')}
      hint={t(isOfPerson ? 'leadPerson' : 'leadProgramme')}
      actions={actions}
    >
      <Stack gap="md">
        {isOfPerson && ledger.budgets.length > 1 && (
          <ChooseBudget ledger={ledger} enrolmentId={whose.enrolmentId} />
        )}
        {ledger.budget && (
          <>
            <LedgerLines ledger={ledger} />
            <LedgerEntries ledger={ledger} onEdit={setEdited} />
          </>
        )}
      </Stack>
      {edited && (
        <EntryDialog
          ledger={ledger}
          whose={whose}
          entry={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {isPlanning && isOfPerson && (
        <InstalmentsDialog
          ledger={ledger}
          enrolmentId={whose.enrolmentId}
          onClose={() => setPlanning(false)}
        />
      )}
    </Panel>
  );
}

function ChooseBudget({ ledger, enrolmentId }: { ledger: Ledger; enrolmentId: string }) {
  const { t } = useTranslation('ledgers');
  const words = useRuleWords();
  const choose = useMutation({
    mutationFn: (budget: string) => vault.ledgers.choose({ enrolmentId, budget }),
  });
  return (
    <div>
      <Select
        label={t('which')}
        description={ledger.budget === undefined && t('whichHint')}
        maw={420}
        allowDeselect={false}
        disabled={choose.isPending}
        data={ledger.budgets.map(({ code, name }) => ({ value: code, label: words(name) }))}
        value={ledger.budget ?? null}
        onChange={(chosen) => chosen && chosen !== ledger.budget && choose.mutate(chosen)}
      />
      <ErrorNotice error={choose.error} />
    </div>
  );
}
