import type { AssociationDetails } from '#domain/casework/association.ts';
import type { Letterhead } from '#typesetting/document.ts';
import type { Texts } from './texts.ts';

export function letterheadOf(
  association: AssociationDetails,
  texts: Pick<Texts, 'say'>,
): Letterhead {
  const { name, fiscalCode, registration, address, city, phone, email, pec } = association;
  const part = (key: string, value: string | undefined) =>
    value ? texts.say(`letterhead.${key}`, { value }) : undefined;
  const line = (parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ');
  return {
    name,
    lines: [
      line([[address, city].filter(Boolean).join(', '), part('fiscalCode', fiscalCode)]),
      line([registration, part('phone', phone), email, part('pec', pec)]),
    ].filter(Boolean),
  };
}
