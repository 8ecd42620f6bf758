import { type Client, createClient } from '#api/client.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { type Core, createCore } from '../create-core.ts';
import { timeOrderedIds } from '../host/time-ordered-ids.ts';
import type { CorePorts } from '../ports.ts';
import { floorCost } from '../vault/passphrase-key.ts';
import { demoPassphrase } from './demo-passphrase.ts';
import { type Filled, fillRegister } from './fill-register.ts';
import { type InventedPeople, loadInventedPeople } from './invented-people.ts';
import { seededRandom } from './seeded-random.ts';

export interface DemoOptions {
  folder: string;
  people: number;
  seed: number;
  today: CalendarDate;
  ports: Pick<CorePorts, 'resourcesDir' | 'localesDir' | 'files' | 'reportFailure'>;
  onProgress?: (done: number, total: number) => void;
}

interface EmptyDemo {
  core: Core;
  client: Client;
  material: InventedPeople;
  setToday: (day: CalendarDate) => void;
}

/** A demonstration register with nobody in it, in an empty folder, open in a core with a clock of its own. */
export async function openEmptyDemo(
  options: Pick<DemoOptions, 'folder' | 'seed' | 'today' | 'ports'>,
): Promise<EmptyDemo> {
  const { folder, seed, ports } = options;
  let today = options.today;
  const now = () => new Date(`${today}T09:00:00Z`);
  const random = seededRandom(seed ^ 0x5eed);
  const core = createCore({
    ...ports,
    clock: { now, today: () => today },
    ids: timeOrderedIds(
      () => now().getTime(),
      () => Uint8Array.from({ length: 10 }, () => random.below(256)),
    ),
    random: random.below,
    sinceStart: () => 0,
    emit: () => undefined,
    registerOpened: () => undefined,
    passphraseCost: floorCost,
  });
  const client = createClient(core.dispatch);
  const material = loadInventedPeople(ports.resourcesDir);
  const { name, casePrefix } = material.association;
  const { recoveryKey } = await client.vault.create({
    folder,
    passphrase: demoPassphrase,
    userName: material.operator,
    association: { name, casePrefix },
    isDemo: true,
  });
  await client.vault.confirmRecoveryKey({
    groups: recoveryKey.confirm.map((position) => ({
      position,
      value: recoveryKey.groups[position] ?? '',
    })),
  });
  const setToday = (day: CalendarDate) => {
    today = day;
  };
  return { core, client, material, setToday };
}

/** Makes a demonstration register in an empty folder and leaves it open in a core of its own. */
export async function openDemoRegister(
  options: DemoOptions,
): Promise<{ core: Core; filled: Filled }> {
  const { core, client, material, setToday } = await openEmptyDemo(options);
  const { people, seed, today } = options;
  const filled = await fillRegister(client, material, {
    people,
    seed,
    today,
    setToday,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  return { core, filled };
}
