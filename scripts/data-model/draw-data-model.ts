import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../build-if-needed.ts';
import { readSchema, type Table } from './read-schema.ts';

const TYPES = 'src/core/database/tables';

const HEAD = `# Data model

Made by \`npm run data-model\` from the schema that the migrations leave; a test sees that it is current. The columns are
only the keys: what each table holds is in \`${TYPES}\`, and the exact text in \`tests/database/schema.sql\`.

A line says which column points where. **Goes with it** means that the row is deleted with the row it points to; what
hangs from \`person\` by such lines, over however many tables, is what erasing somebody takes away, and what
\`tests/support/everywhere.ts\` has a row of. A diamond (◆) marks it in the lists.
`;

interface Area {
  title: string;
  tables: string[];
}

/** By the files in which their rows are described, so that a new table has its place at once. */
function areas(known: ReadonlySet<string>): Area[] {
  return readdirSync(join(projectDir, TYPES))
    .filter((file) => file.endsWith('-tables.ts'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(projectDir, TYPES, file), 'utf8');
      const listed = /interface \w+Tables \{([^}]*)\}/.exec(text)?.[1] ?? '';
      const tables = [...listed.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name);
      const words = file.replace(/-tables\.ts$/, '').replaceAll('-', ' ');
      return {
        title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
        tables: tables.filter((name) => known.has(name)).sort(),
      };
    })
    .filter(({ tables }) => tables.length > 0);
}

function entity({ name, keys, references }: Table): string[] {
  const pointing = new Set(references.map(({ column }) => column));
  const lines = keys.map((key) => {
    const marks = [key.isPrimary ? 'PK' : '', pointing.has(key.name) ? 'FK' : ''].filter(Boolean);
    return `    ${key.type || 'ANY'} ${key.name} ${marks.join(', ')}`;
  });
  return lines.length === 0 ? [`  ${name}`] : [`  ${name} {`, ...lines, '  }'];
}

function lines({ name, keys, references }: Table): string[] {
  const primary = keys.filter(({ isPrimary }) => isPrimary).map((key) => key.name);
  return references.map(({ column, parent, goesWith }) => {
    const isOne = primary.length === 1 && primary[0] === column;
    return `  ${parent} ||--o${isOne ? '|' : '{'} ${name} : "${column}${goesWith ? ', goes with it' : ''}"`;
  });
}

function section({ title, tables }: Area, byName: ReadonlyMap<string, Table>): string {
  const here = tables.flatMap((name) => byName.get(name) ?? []);
  const marked = here.map((table) => `\`${table.name}\`${table.hangsFromPerson ? ' ◆' : ''}`);
  const drawn = ['erDiagram', ...here.flatMap(entity), ...here.flatMap(lines)];
  return `## ${title}\n\n${marked.join(', ')}\n\n\`\`\`mermaid\n${drawn.join('\n')}\n\`\`\`\n`;
}

/** The tree of what goes with a person, without what else a row may go with. */
function whatGoesWithAPerson(schema: readonly Table[]): string {
  const hanging = schema.filter(({ hangsFromPerson }) => hangsFromPerson);
  const names = new Set(hanging.map(({ name }) => name));
  const edges = hanging.flatMap(({ name, references }) =>
    references
      .filter(({ goesWith, parent }) => goesWith && parent !== name && names.has(parent))
      .map(({ parent }) => `  ${parent} --> ${name}`),
  );
  const drawn = ['flowchart LR', ...new Set(edges.sort())];
  return `## What goes with a person\n\n\`\`\`mermaid\n${drawn.join('\n')}\n\`\`\`\n`;
}

/** `docs/data-model.md` as it should be. Fails when a table is described in no file or in two. */
export async function drawDataModel(): Promise<string> {
  const schema = await readSchema();
  const byName = new Map(schema.map((table) => [table.name, table]));
  const parts = areas(new Set(byName.keys()));
  const placed = parts.flatMap(({ tables }) => tables).sort();
  const wrong = [
    ...schema.map(({ name }) => name).filter((name) => !placed.includes(name)),
    ...placed.filter((name, at) => name === placed[at - 1]),
  ];
  if (wrong.length > 0) throw new Error(`tables in no file of ${TYPES}, or in two: ${wrong}`);
  return [HEAD, whatGoesWithAPerson(schema), ...parts.map((part) => section(part, byName))].join(
    '\n',
  );
}
