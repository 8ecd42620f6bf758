import {
  type FiscalCodeHolder,
  fiscalCodeKind,
  fiscalCodeWarningsFor,
  plainFiscalCode,
} from '#domain/people/fiscal-code.ts';
import { type CoreContext, registerOf } from '../context.ts';

export async function checkFiscalCode(
  context: CoreContext,
  input: { fiscalCode: string; personId?: string | undefined; holder: FiscalCodeHolder },
) {
  const code = plainFiscalCode(input.fiscalCode);
  const same = await registerOf(context)
    .db.selectFrom('person')
    .innerJoin('person_line', 'person_line.person_id', 'person.id')
    .select(['person.id as personId', 'listed_name as listedName'])
    .where('fiscal_code', '=', code)
    .where('person.id', '<>', input.personId ?? '')
    .orderBy('person.id')
    .executeTakeFirst();
  return {
    kind: fiscalCodeKind(code),
    warnings: fiscalCodeWarningsFor(code, input.holder),
    ...(same ? { sameAs: same } : {}),
  };
}
