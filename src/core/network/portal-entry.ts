/*
 * An association's own entry as it describes itself to the portal of associations of the Ministry of Labour
 * (integrazionemigranti.gov.it: associations register themselves by a form). The body speaks, not its people: no
 * contact by name, and of founders, members and board only which of the three criteria holds.
 */
import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import type { Organisation } from '#api/directory.ts';
import { ProcedureError } from '#api/errors.ts';
import {
  criteria,
  criterionOf,
  type MigrantAssociation,
  memberBandOf,
} from '#domain/directory/migrant-association.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { type Texts, textsFor } from '../documents/texts.ts';
import { communityName } from './export-meetings.ts';
import { sheetFile } from './sheet-file.ts';

type Line = readonly [label: string, value: string | undefined];

const said = (texts: Texts, list: string, code: string | undefined) =>
  code === undefined ? undefined : texts.label(list, code);

function linesOf(
  organisation: Organisation,
  association: MigrantAssociation,
  { texts, band }: { texts: Texts; band: string | undefined },
): Line[] {
  const { held, outcome } = criterionOf(association);
  const { registered, foundedIn } = association;
  const listed = (words: string[]) => (words.length > 0 ? words.join(', ') : undefined);
  const holding = criteria.filter((one) => held[one] === 'yes');
  return [
    ['name', organisation.name],
    ['legalForm', said(texts, 'associationForms', association.legalForm)],
    ['foundedIn', foundedIn === undefined ? undefined : String(foundedIn)],
    ['address', organisation.address?.replaceAll('\n', ', ')],
    ['place', organisation.place],
    ['phone', organisation.phone],
    ['email', organisation.email],
    ['pec', organisation.pec],
    ['communities', listed(association.communities.map((one) => communityName(one, texts)))],
    ['fields', listed(association.fields.map((one) => texts.label('activityFields', one)))],
    ['reach', said(texts, 'associationReaches', association.reach)],
    ['members', said(texts, 'memberBands', band)],
    ['languages', listed(organisation.languages.map(texts.languageName))],
    ['criterion', texts.say(`network.criterion.${outcome}`)],
    ['holds', listed(holding.map((one) => texts.say(`network.criteria.${one}`)))],
    [
      'register42',
      registered && (registered.number ?? (registered.on ? texts.date(registered.on) : '+')),
    ],
  ];
}

/** Fails with `not_found` where the entry is not there or is of no association of migrants. */
export async function savePortalEntry(
  context: CoreContext,
  { id, language, format, grant }: ParsedInputOf<VaultContract, 'portalEntries.save'>,
) {
  const { vocabularies } = context.resources;
  const texts = textsFor(context.ports.localesDir, language, vocabularies);
  const organisation = await getOrganisation(registerOf(context).db, id);
  const { association } = organisation;
  if (!association) throw new ProcedureError('not_found');
  const band = memberBandOf(association, vocabularies.memberBands.items);
  const rows = linesOf(organisation, association, { texts, band }).flatMap(([key, value]) =>
    value ? [[texts.say(`network.portal.${key}`), value]] : [],
  );
  const table = {
    title: texts.say('network.portalTitle'),
    header: [texts.say('network.portal.what'), texts.say('network.portal.value')],
    rows,
  };
  const bytes = await sheetFile([table], format, texts);
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length, rows: rows.length };
}
