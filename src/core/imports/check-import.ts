import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import type { ImportChoices } from '#domain/imports/import-field.ts';
import { listedName } from '#domain/names/person-name.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { alikePeopleOf, comparableRow, nameOf } from './alike-people.ts';
import { beginWork, forEachRow } from './open-import.ts';

type Check = OutputOf<VaultContract, 'imports.check'>;

const MOST_SHOWN = 200;
const MOST_PREVIEWED = 20;

/** Reads the whole file as it would be saved, and saves nothing. */
export async function checkImport(
  context: CoreContext,
  choices: ParsedInputOf<VaultContract, 'imports.check'> & ImportChoices,
): Promise<Check> {
  const work = beginWork(context, choices, 'imports.check');
  const people = await alikePeopleOf(registerOf(context).db, () => work.pause(0));
  const readings: Parameters<typeof comparableRow>[1] = new Map();
  const check: Check = {
    readyCount: 0,
    problemCount: 0,
    duplicateCount: 0,
    preview: [],
    problems: [],
    duplicates: [],
  };
  await forEachRow(context, choices, work, ({ row, details, problems }) => {
    if (!details) {
      check.problemCount += 1;
      if (check.problems.length < MOST_SHOWN) check.problems.push({ row, problems });
      return;
    }
    const person = comparableRow(details, readings);
    const like = people.find(person);
    if (like) {
      check.duplicateCount += 1;
      if (check.duplicates.length < MOST_SHOWN) {
        check.duplicates.push({
          row,
          listedName: nameOf(details),
          likeName: like.listedName,
          ...(like.personId ? { personId: like.personId } : {}),
          ...(like.row ? { likeRow: like.row } : {}),
        });
      }
    } else {
      people.add(person, { row, listedName: nameOf(details) });
    }
    check.readyCount += 1;
    if (check.preview.length < MOST_PREVIEWED) {
      const other = details.names[1];
      check.preview.push({
        row,
        listedName: nameOf(details),
        ...(other ? { otherName: listedName(other) } : {}),
        ...(details.birth ? { birth: details.birth } : {}),
        ...(details.nationalities[0] ? { nationality: details.nationalities[0] } : {}),
        ...(details.legalStatus ? { legalStatus: details.legalStatus } : {}),
        ...(details.contact ? { contact: details.contact.value } : {}),
      });
    }
  });
  return check;
}
