import type { VaultContract } from '#api/contract.ts';
import type { ledgerProcedures } from '#api/ledgers.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { planInstalments, recordEntry, removeEntry, restoreEntry, saveEntry } from './entries.ts';
import { exportLedger } from './export-ledger.ts';
import { sumLedgers } from './ledger-totals.ts';
import { chooseBudget, getLedger } from './ledgers.ts';
import { recordMonth, saveTraineeship } from './traineeships.ts';

type LedgerHandlers = Handlers<Pick<VaultContract, keyof typeof ledgerProcedures>, CoreContext>;

export const ledgerHandlers: LedgerHandlers = {
  'ledgers.get': getLedger,
  'ledgers.choose': chooseBudget,
  'ledgers.sum': sumLedgers,
  'ledgers.export': exportLedger,
  'ledgerEntries.save': saveEntry,
  'ledgerEntries.plan': planInstalments,
  'ledgerEntries.record': recordEntry,
  'ledgerEntries.remove': removeEntry,
  'ledgerEntries.restore': restoreEntry,
  'traineeships.save': saveTraineeship,
  'traineeships.record': recordMonth,
};
