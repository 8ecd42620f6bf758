/*
 * What the first list runs through is read, compiled and tried out while somebody types the passphrase, on a
 * register in memory that holds nobody real and has no key: the first run of all that takes three times as long.
 */
import { Database } from '@signalapp/sqlcipher';
import { addDays, addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { CoreContext, OpenRegister } from './context.ts';
import { kyselyOver } from './database/kysely-dialect.ts';
import { migrate } from './database/migrate.ts';
import { bringIndexUpToDate } from './people/findable-people.ts';
import { refreshByTime } from './people/present-rows.ts';
import { writeNewPerson } from './people/register-person.ts';
import { getToday } from './today/get-today.ts';
import { keyringFormat } from './vault/keyring-format.ts';
import { type NewRegister, writeFirstRows } from './vault/registers.ts';
import { withoutHidden } from './vault/restricted-cases.ts';

const IN_MEMORY = ':memory:';

const NO_ASSOCIATION: Pick<NewRegister, 'association' | 'isDemo'> = {
  association: { name: '-', casePrefix: 'XXX' },
  isDemo: false,
};

/** Somebody for whom something is due, or the rules would have nothing to be tried out on. */
function nobody(today: CalendarDate): PersonDetails {
  const [year, month, day] = addMonths(today, -12 * 18)
    .split('-')
    .map(Number);
  return {
    names: [{ kind: 'permit', script: 'latin', given: '-', family: '-' }],
    birth: { year: year ?? 0, month, day, certainty: 'documented' },
    birthCountry: 'ITA',
    sex: 'unknown',
    nationalities: [],
    languages: [],
    legalStatus: 'temporary',
    reception: { type: 'cas', exitOn: addDays(today, 7) },
  };
}

/** Changes nothing of the context, and leaves nothing on the disk. */
export async function warmUp(context: CoreContext): Promise<void> {
  const sqlite = new Database(IN_MEMORY, { cacheStatements: true });
  const register = registerOfNobody(sqlite);
  try {
    const { db, user } = register;
    const within = { ...context, register };
    await migrate(sqlite, IN_MEMORY);
    await writeFirstRows(db, within, { wanted: NO_ASSOCIATION, user, vaultId: '' });
    const today = context.ports.clock.today();
    await writeNewPerson(db, within, nobody(today));
    await bringIndexUpToDate(db);
    await refreshByTime(db, today);
    // Twice: what has run once is compiled for the second time.
    for (let time = 0; time < 2; time++) await getToday(within, { whose: 'team' });
  } finally {
    sqlite.close();
  }
  // A file that is wrong is noted at every start, and not by whoever makes the next report.
  context.resources.programmes();
  context.resources.indicators();
}

function registerOfNobody(sqlite: InstanceType<typeof Database>): OpenRegister {
  const file = { sqlite };
  const hiddenPeople: ReadonlySet<string> = new Set();
  const noKey = Buffer.alloc(0);
  return {
    folder: IN_MEMORY,
    file,
    db: withoutHidden(kyselyOver(file), hiddenPeople),
    keys: { general: noKey },
    keysByGeneration: new Map(),
    privateKey: undefined,
    keyring: {
      format: keyringFormat,
      vaultId: '',
      generation: 1,
      doorSalt: '',
      slots: [],
      listMac: '',
      mac: '',
    },
    user: { id: '', name: '', role: 'volunteer', slotId: '' },
    isDemo: false,
    recoveryConfirmed: true,
    unconfirmedRecoveryKey: undefined,
    unconfirmedRecoveryParts: undefined,
    hiddenPeople,
    isRolledBack: false,
    isDamaged: false,
  };
}
