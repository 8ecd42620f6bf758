import { Button } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, LoanShown } from '#api/enterprises.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useMoney } from '#ui/i18n/use-money.ts';
import { LoanDialog } from './loan-dialog.tsx';

const TONES: Record<LoanShown['details']['state'], TagTone> = {
  preparing: 'neutral',
  asked: 'calm',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
};

export function LoansPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('enterprises');
  const [edited, setEdited] = useState<LoanShown | 'new'>();
  const add = (
    <Button variant="light" onClick={() => setEdited('new')}>
      {t('loan.add')}
    </Button>
  );
  const { loans } = dossier;
  return (
    <Panel title={t('loan.title')} hint={t('loan.hint')} actions={loans.length > 0 && add}>
      {loans.length === 0 && (
        <EmptyState icon={<IconCoins size={28} />} title={t('loan.empty')} action={add}>
          {t('loan.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines}>
        {loans.map((loan) => (
          <li key={loan.id} className={lines.line}>
            <LoanLine loan={loan} onEdit={() => setEdited(loan)} />
          </li>
        ))}
      </ul>
      {edited && (
        <LoanDialog
          dossier={dossier}
          loan={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

function LoanLine({ loan, onEdit }: { loan: LoanShown; onEdit: () => void }) {
  const { t } = useTranslation('enterprises');
  const { label } = useLabels();
  const dates = useDates();
  const money = useMoney();
  const { lender, details } = loan;
  const { state, askedCents, askedOn, answeredOn, grantedCents, repayment, repaymentOn } = details;
  const facts = [
    t('loan.asked', { sum: money(askedCents) }),
    askedOn && t('loan.askedOn', { date: dates.day(askedOn) }),
    grantedCents !== undefined && t('loan.granted', { sum: money(grantedCents) }),
    answeredOn && t('loan.answeredOn', { date: dates.day(answeredOn) }),
    repayment &&
      repaymentOn &&
      t('loan.repaymentIs', {
        state: label('loanRepayments', repayment),
        date: dates.day(repaymentOn),
      }),
  ];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {lender} <Tag tone={TONES[state]}>{label('loanStates', state)}</Tag>
        </p>
        <p className={lines.soft}>{inOneLine(facts)}</p>
        {details.note && (
          <p className={lines.soft} dir="auto">
            {details.note}
          </p>
        )}
      </div>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('loan.editOf', { name: lender })}
        onClick={onEdit}
      >
        {t('edit')}
      </Button>
    </>
  );
}
