import { useTranslation } from 'react-i18next';
import type { Ledger } from '#api/ledgers.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useMoney } from '#ui/i18n/use-money.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import classes from './ledgers.module.css';

const total = ({ planned, committed, paid }: Ledger['sums']) => planned + committed + paid;

/** What each line may hold and holds; everything counts against the cap, also what is only planned. */
export function LedgerLines({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation('ledgers');
  const words = useRuleWords();
  const { label } = useLabels();
  const money = useMoney();
  const left = (max: number | undefined, sums: Ledger['sums']) => {
    if (max === undefined) return undefined;
    const rest = max - total(sums);
    return rest < 0 ? (
      <strong className={classes.over}>{t('over', { sum: money(-rest) })}</strong>
    ) : (
      money(rest)
    );
  };
  const cells = (max: number | undefined, sums: Ledger['sums'], noCap?: string) => (
    <>
      <td className={classes.sum}>{max !== undefined && money(max)}</td>
      <td className={classes.sum}>{money(sums.planned)}</td>
      <td className={classes.sum}>{money(sums.committed)}</td>
      <td className={classes.sum}>{money(sums.paid)}</td>
      <td className={classes.sum}>{left(max, sums) ?? noCap}</td>
    </>
  );
  return (
    <DataTable
      caption={t('lines.caption')}
      columns={[
        { key: 'line', label: t('lines.line') },
        ...(['cap', 'planned', 'committed', 'paid', 'left'] as const).map((key) => ({
          key,
          label: <span className={classes.head}>{t(`lines.${key}`)}</span>,
        })),
      ]}
    >
      {ledger.lines.map((line) => (
        <tr key={line.code}>
          <td>
            {words(line.name)}
            <div className={classes.soft}>
              {label('payees', line.payee)}
              {line.maxUnits !== undefined &&
                ` · ${t('lines.units', { used: line.units, max: line.maxUnits })}`}
            </div>
          </td>
          {cells(line.maxCents, line.sums, t('lines.noCap'))}
        </tr>
      ))}
      <tr className={classes.all}>
        <td>{t('lines.all')}</td>
        {cells(ledger.maxCents, ledger.sums)}
      </tr>
    </DataTable>
  );
}
