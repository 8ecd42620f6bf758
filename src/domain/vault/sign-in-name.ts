/*
 * The short name that somebody types at the door when several people share a register. It is typed and not
 * picked from a list, because a list on the lock screen would tell whoever holds a stolen laptop who works
 * with refugees here. Capitals, accents and spaces do not matter, so that nobody is locked out by them.
 */
import { z } from 'zod';

const signInNameMaxLength = 40;

export function normaliseSignInName(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

export const signInName = z
  .string()
  .max(signInNameMaxLength * 4)
  .transform(normaliseSignInName)
  .pipe(z.string().min(2).max(signInNameMaxLength));

/** At the door anything may be typed; what is no name opens nothing. */
export const typedSignInName = z
  .string()
  .max(signInNameMaxLength * 4)
  .transform(normaliseSignInName);

/** The first name, or more of the name where somebody else has it already. */
export function proposeSignInName(name: string, taken: readonly string[]): string {
  const words = normaliseSignInName(name).slice(0, signInNameMaxLength).split(' ');
  const first = words[0] ?? '';
  const proposals = [
    first,
    words.slice(0, 2).join(' '),
    ...taken.map((_, n) => `${first} ${n + 2}`),
  ];
  const isFree = (proposal: string) => proposal.length >= 2 && !taken.includes(proposal);
  return proposals.find(isFree) ?? `${first} ${taken.length + 2}`;
}
