import { Button, Group } from '@mantine/core';
import { IconReceiptEuro } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ledger, LedgerEntryShown } from '#api/ledgers.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useMoney } from '#ui/i18n/use-money.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

interface LedgerEntriesProps {
  ledger: Ledger;
  onEdit: (entry: LedgerEntryShown) => void;
}

export function LedgerEntries({ ledger, onEdit }: LedgerEntriesProps) {
  const { t } = useTranslation('ledgers');
  if (ledger.entries.length === 0) {
    return (
      <EmptyState icon={<IconReceiptEuro size={28} />} title={t('entries.empty')}>
        {t('entries.emptyText')}
      </EmptyState>
    );
  }
  return (
    <ul className={lines.lines} aria-label={t('entries.title')}>
      {ledger.entries.map((entry) => (
        <li key={entry.id} className={lines.line}>
          <EntryLine entry={entry} ledger={ledger} onEdit={() => onEdit(entry)} />
        </li>
      ))}
    </ul>
  );
}

const tones = { planned: 'calm', committed: 'attention', paid: 'good' } as const;

interface EntryLineProps {
  entry: LedgerEntryShown;
  ledger: Ledger;
  onEdit: () => void;
}

function EntryLine({ entry, ledger, onEdit }: EntryLineProps) {
  const { t } = useTranslation('ledgers');
  const words = useRuleWords();
  const dates = useDates();
  const money = useMoney();
  const { label } = useLabels();
  const { today } = useSession();
  const { state, cents, units, on, payee, receiptNumber, receiptId } = entry.details;
  const found = ledger.lines.find(({ code }) => code === entry.details.line);
  const line = found ? words(found.name) : entry.details.line;
  const source = ledger.fundingSources.find(({ code }) => code === entry.details.fundingSource);
  const day = { date: dates.day(on) };
  const when = {
    planned: t('entries.due', day),
    committed: t('entries.committedOn', day),
    paid: t('entries.paidOn', day),
  }[state];
  const receipt = receiptNumber
    ? t('entries.receipt', { number: receiptNumber })
    : receiptId
      ? t('entries.receiptOnFile')
      : state === 'paid' && t('entries.noReceipt');
  const pay = useMutation({
    mutationFn: () => vault.ledgerEntries.record({ id: entry.id, state: 'paid', on: today }),
    onSuccess: () => notifyDone(t('entries.paidNow')),
  });
  const facts = [when, payee, source && words(source.name), receipt, entry.details.note];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {money(cents)} {units > 1 && t('entries.times', { count: units })} · {line}{' '}
          <Tag tone={tones[state]}>{label('ledgerStates', state)}</Tag>{' '}
          {entry.overrideReason && <Tag tone="attention">{t('entries.overridden')}</Tag>}
        </p>
        <p className={lines.soft}>{inOneLine(facts)}</p>
        {entry.overrideReason && (
          <p className={lines.soft}>
            {t('entries.reason', {
              name: entry.overriddenBy ?? '',
              reason: entry.overrideReason,
            })}
          </p>
        )}
        <ErrorNotice error={pay.error} />
      </div>
      <Group gap="xs">
        {state !== 'paid' && (
          <Button
            size="compact-md"
            variant="light"
            loading={pay.isPending}
            aria-label={t('entries.payOf', { line, ...day })}
            onClick={() => pay.mutate()}
          >
            {t('entries.pay')}
          </Button>
        )}
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('entries.editOf', { line, ...day })}
          onClick={onEdit}
        >
          {t('entries.edit')}
        </Button>
      </Group>
    </>
  );
}
