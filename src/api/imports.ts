import { z } from 'zod';
import { codedFields, importChoices, importFields } from '#domain/imports/import-field.ts';
import { rowProblems } from '#domain/imports/person-from-row.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant } from './grant.ts';
import { coordinators, procedure } from './procedure.ts';
import { bytes } from './typeset-file.ts';

const rowProblem = z.strictObject({ field: z.enum(importFields), problem: z.enum(rowProblems) });

export const importProcedures = {
  /**
   * Reads a CSV or XLSX file into the memory of the vault; nothing is written. Fails with
   * `import_unreadable`, `import_old_format`, `import_too_large` or `import_empty`.
   */
  'imports.open': procedure({
    /** `sheet` counts from 1; without it, the first with anything in it. */
    input: z.strictObject({ bytes, sheet: z.int().min(1).max(100).optional() }),
    output: z.strictObject({
      sheets: z.array(z.string()),
      /** The one that was read, from 1. */
      sheet: z.int(),
      rowCount: z.int(),
      hasHeadings: z.boolean(),
      columns: z.array(
        z.strictObject({
          index: z.int(),
          heading: z.string(),
          samples: z.array(z.string()),
          guess: z.enum(importFields).optional(),
        }),
      ),
      /** The day on which the very same file was taken in before. */
      importedBeforeOn: z.string().optional(),
    }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Words of the coded columns with the codes they seem to mean; `code` is missing where nothing fits. */
  'imports.words': procedure({
    input: importChoices,
    output: z.strictObject({
      fields: z.array(
        z.strictObject({
          field: z.enum(codedFields),
          words: z.array(
            z.strictObject({ word: z.string(), count: z.int(), code: z.string().optional() }),
          ),
        }),
      ),
      firstsOfJanuary: z.int(),
    }),
    role: coordinators,
    kind: 'query',
  }),
  /** What would happen, row by row; nothing is written. `row` counts as the spreadsheet does, from 1. */
  'imports.check': procedure({
    input: importChoices,
    output: z.strictObject({
      readyCount: z.int(),
      problemCount: z.int(),
      duplicateCount: z.int(),
      /** The first of each. */
      preview: z.array(
        z.strictObject({
          row: z.int(),
          listedName: z.string(),
          otherName: z.string().optional(),
          birth: z.custom<import('#domain/dates/partial-date.ts').PartialDate>().optional(),
          nationality: z.string().optional(),
          legalStatus: z.string().optional(),
          contact: z.string().optional(),
        }),
      ),
      problems: z.array(z.strictObject({ row: z.int(), problems: z.array(rowProblem) })),
      duplicates: z.array(
        z.strictObject({
          row: z.int(),
          listedName: z.string(),
          /** Somebody in the register, or an earlier row of the file. */
          personId: z.uuid().optional(),
          likeRow: z.int().optional(),
          likeName: z.string(),
        }),
      ),
    }),
    role: coordinators,
    kind: 'query',
  }),
  /**
   * Registers everybody of the file, or nobody. Rows with problems and likely duplicates are left out when
   * that is asked for. Fails with `import_has_problems`, `import_stopped` or `import_nothing_left`.
   */
  'imports.save': procedure({
    input: z.strictObject({
      choices: importChoices,
      leaveOutProblems: z.boolean(),
      leaveOutDuplicates: z.boolean(),
    }),
    output: z.strictObject({ created: z.int(), leftOut: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Stops a check or a saving that is under way; what was being saved is taken back. */
  'imports.stop': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'query',
  }),
  /** The rows with problems, with what is wrong, as a spreadsheet to correct and import again. */
  'imports.saveProblems': procedure({
    input: z.strictObject({ choices: importChoices, language: z.enum(interfaceLanguages), grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Forgets the file. */
  'imports.close': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
};
