import type { Database } from '@signalapp/sqlcipher';
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely';
import { rollBack } from './open-database.ts';
import type { Tables } from './tables.ts';

/** The open file; exchanged when the register gets a new key, while queries go on. */
export interface RegisterFile {
  sqlite: InstanceType<typeof Database>;
}

type Parameter = string | number | null | Uint8Array<ArrayBuffer>;

/** SQLite undoes schema changes with the transaction; the stock adapter does not say so. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const RETURNS_ROWS = /^\s*(select|with|values|pragma|explain)\b|\breturning\b/i;

/** Kysely over an open SQLCipher file. Destroying it closes the file. */
export function kyselyOver(file: RegisterFile): Kysely<Tables> {
  const rollback: SqliteStatement = {
    reader: false,
    all: () => [],
    iterate: () => [][Symbol.iterator](),
    run: () => {
      rollBack(file.sqlite);
      return { changes: 0, lastInsertRowid: 0 };
    },
  };
  const prepare = (sql: string): SqliteStatement => {
    if (sql === 'rollback') return rollback;
    const statement = file.sqlite.prepare(sql);
    const all = (parameters: readonly unknown[]) => statement.all(parameters as Parameter[]);
    return {
      reader: RETURNS_ROWS.test(sql),
      all,
      run: (parameters) => statement.run(parameters as Parameter[]),
      iterate: (parameters) => all(parameters)[Symbol.iterator](),
    };
  };
  const dialect = new SqliteDialect({ database: { prepare, close: () => file.sqlite.close() } });
  dialect.createAdapter = () => new TransactionalAdapter();
  return new Kysely<Tables>({ dialect });
}
