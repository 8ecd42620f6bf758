/** Brings a register of the first version to the newest, for the recording of a power failure. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '#core/database/migrate.ts';
import { openDatabase } from '#core/database/open-database.ts';

const [folder = '', key = ''] = process.argv.slice(2);
const path = join(folder, 'register.db');
const db = openDatabase(path, Buffer.from(key, 'hex'));
await migrate(db, path);
writeSync(1, 'migrated\n');
db.close();
