/*
 * The parts of a split recovery key as they stand on paper: ten groups of four characters. The first group
 * holds the number of the part and three characters that all parts of one splitting share, so that parts of
 * different keys are told apart; then come eight groups of the part itself, and a check group.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  base32,
  fromBase32,
  normaliseRecoveryKey,
  recoveryKeyBytes,
  recoveryKeyFromBytes,
} from '../vault/recovery-key.ts';
import { joinParts, partNumbers, type SecretPart, splitSecret } from './split-secret.ts';

const GROUP = 4;
const PART_CHARACTERS = 36;

const checkGroup = (characters: string) =>
  base32(createHash('sha256').update(`approdo recovery part ${characters}`).digest()).slice(
    0,
    GROUP,
  );

const inGroups = (characters: string) => characters.match(/.{4}/g) ?? [];

/** Three parts of ten groups. Throws a RangeError for what is no recovery key. */
export function splitRecoveryKey(groups: readonly string[]): string[][] {
  const secret = recoveryKeyBytes(groups.join(''));
  if (!secret) throw new RangeError('not a recovery key');
  const series = base32(randomBytes(2)).slice(0, 3);
  return splitSecret(secret).map(({ number, bytes }) => {
    const characters = `${number}${series}${base32(bytes)}`;
    return [...inGroups(characters), checkGroup(characters)];
  });
}

interface TypedPart extends SecretPart {
  series: string;
}

/** Undefined when the check group does not fit. */
function parsePart(typed: string): TypedPart | undefined {
  const all = normaliseRecoveryKey(typed);
  const characters = all.slice(0, PART_CHARACTERS);
  if (all.length !== PART_CHARACTERS + GROUP || checkGroup(characters) !== all.slice(-GROUP)) {
    return undefined;
  }
  const number = partNumbers.find((one) => one === Number(characters[0]));
  if (!number) return undefined;
  return { number, series: characters.slice(1, GROUP), bytes: fromBase32(characters.slice(GROUP)) };
}

/** The recovery key in its nine groups, or why two parts do not give one. */
export function joinRecoveryParts(
  typed: readonly [string, string],
): { groups: string[] } | { problem: 'misspelt' | 'samePart' | 'otherKey'; part?: number } {
  const [one, other] = [parsePart(typed[0]), parsePart(typed[1])];
  if (!one || !other) return { problem: 'misspelt', part: one ? 2 : 1 };
  if (one.series !== other.series) return { problem: 'otherKey' };
  const secret = joinParts(one, other);
  return secret ? { groups: recoveryKeyFromBytes(secret) } : { problem: 'samePart' };
}
