/*
 * What a passphrase must be. The register may be copied from a stolen laptop and attacked for years, so
 * length decides, not rules about capitals and signs (NIST SP 800-63B: at least 15 characters where it
 * is the only factor, no composition rules, paste allowed). Five random words from our lists have 55 bits.
 */
import { z } from 'zod';

export const passphraseMinLength = 15;
const passphraseMaxLength = 256;

/** The same key strokes must open the register on every system, so the text is brought to one form. */
export function normalisePassphrase(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

export const newPassphrase = z
  .string()
  .max(passphraseMaxLength * 2)
  .transform(normalisePassphrase)
  .pipe(z.string().min(passphraseMinLength).max(passphraseMaxLength));

/** For unlocking: whatever was typed, so that a wrong one is answered like any other wrong one. */
export const typedPassphrase = z
  .string()
  .min(1)
  .max(passphraseMaxLength * 2)
  .transform(normalisePassphrase);
