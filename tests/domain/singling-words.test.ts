import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSingling, singlingWords } from '#domain/reports/singling-words.ts';
import { root } from '../rules/source-files.ts';

const words = singlingWords.parse(
  JSON.parse(readFileSync(join(root, 'resources/reports/singling-words.json'), 'utf8')),
);
const found = (text: string) => findSingling(text, words).map(({ found: word }) => word);

describe('words that point at somebody', () => {
  test.each([
    ['it', 'La nostra unica minore è stata accolta.', 'unica'],
    ['it', 'Abbiamo seguito due donne.', 'due'],
    ['en', 'Our only minor started school.', 'only'],
    ['en', 'We followed 3 women.', '3'],
    ['fr', 'La seule femme du groupe a trouvé un logement.', 'seule'],
    ['fr', 'Nous avons suivi deux mineurs.', 'deux'],
    ['es', 'La única mujer del grupo encontró casa.', 'única'],
    ['es', 'Acompañamos a tres menores.', 'tres'],
    ['uk', 'Єдина жінка в групі знайшла житло.', 'Єдина'],
    ['uk', 'Ми супроводжували дві родини.', 'дві'],
    ['ar', 'المرأة الوحيدة في المجموعة وجدت بيتا.', 'الوحيدة'],
    ['ar', 'تابعنا ٣ نساء هذا العام.', '٣'],
  ])('are found in %s: %s', (_, text, word) => {
    expect(found(text)).toContain(word);
  });

  test.each([
    ['it', 'Grazie a tutte le volontarie, che hanno seguito 45 persone.'],
    ['en', 'Thanks to all volunteers, who followed 45 people.'],
    ['fr', 'Merci à tous les bénévoles, qui ont suivi 45 personnes.'],
    ['es', 'Gracias a todas las voluntarias, que siguieron a 45 personas.'],
    ['uk', 'Дякуємо всім, хто супроводжував 45 осіб.'],
    ['ar', 'شكرا لكل من تابع ٤٥ شخصا.'],
  ])('are not seen in %s where there are none: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
