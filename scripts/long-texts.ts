/** Lists the texts of a language that are much longer than the Italian ones: `node scripts/long-texts.ts fr`. */
import { textsOf } from '../tests/support/locales.ts';

const SHORTEST = 12;
const LONGER = 1.6;

const [language = 'fr'] = process.argv.slice(2);
const italian = textsOf('it');
for (const [key, text] of textsOf(language)) {
  const original = italian.get(key) ?? '';
  const isLong = text.length >= SHORTEST && text.length > original.length * LONGER;
  if (isLong) console.log(`${key}\n  ${original}\n  ${text}`);
}
