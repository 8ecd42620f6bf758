import type { VaultContract } from '#api/contract.ts';
import type { networkProcedures } from '#api/network.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { listAgreements, removeAgreement, saveAgreement } from './agreements.ts';
import { listBenchmarks, removeBenchmark, saveBenchmark } from './benchmarks.ts';
import { listMeetings, removeMeeting, saveMeeting } from './community-meetings.ts';
import { exportBenchmarks } from './export-benchmarks.ts';
import { exportMeetings } from './export-meetings.ts';
import { listPilots, removePilot, savePilot } from './pilots.ts';
import { savePortalEntry } from './portal-entry.ts';
import { restoreNetwork } from './rows.ts';
import { listUndertakings, removeUndertaking, saveUndertaking } from './undertakings.ts';

type NetworkHandlers = Handlers<Pick<VaultContract, keyof typeof networkProcedures>, CoreContext>;

export const networkHandlers: NetworkHandlers = {
  'agreements.list': listAgreements,
  'agreements.save': saveAgreement,
  'agreements.remove': removeAgreement,
  'agreements.restore': restoreNetwork,
  'communityMeetings.list': listMeetings,
  'communityMeetings.save': saveMeeting,
  'communityMeetings.remove': removeMeeting,
  'communityMeetings.restore': restoreNetwork,
  'communityMeetings.export': exportMeetings,
  'benchmarks.list': listBenchmarks,
  'benchmarks.save': saveBenchmark,
  'benchmarks.remove': removeBenchmark,
  'benchmarks.restore': restoreNetwork,
  'benchmarks.export': exportBenchmarks,
  'pilots.list': listPilots,
  'pilots.save': savePilot,
  'pilots.remove': removePilot,
  'pilots.restore': restoreNetwork,
  'undertakings.list': listUndertakings,
  'undertakings.save': saveUndertaking,
  'undertakings.remove': removeUndertaking,
  'undertakings.restore': restoreNetwork,
  'portalEntries.save': savePortalEntry,
};
