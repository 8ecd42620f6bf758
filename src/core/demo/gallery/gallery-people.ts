import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { documentLanguage } from '#domain/documents/document-texts.ts';
import { scripts } from '#domain/names/script.ts';
import { requiredText } from '#domain/text.ts';
import { countryCode, languageCode } from '#domain/vocabularies/code.ts';
import { sourced } from '#domain/vocabularies/vocabulary.ts';

const galleryPerson = z.strictObject({
  /** Of the documents. */
  language: documentLanguage,
  /** Language of the register. */
  speaks: languageCode,
  nationality: countryCode,
  script: z.enum(scripts),
  given: requiredText(60),
  family: requiredText(60),
  /** Given and family name in the own script. */
  own: z.tuple([requiredText(60), requiredText(60)]).nullable(),
});
export type GalleryPerson = z.infer<typeof galleryPerson>;

const galleryPeople = z.strictObject({ ...sourced, people: z.array(galleryPerson).min(1) });

/** One invented person for each language of the documents. */
export function loadGalleryPeople(resourcesDir: string): GalleryPerson[] {
  const path = join(resourcesDir, 'demo', 'gallery-people.json');
  return galleryPeople.parse(JSON.parse(readFileSync(path, 'utf8'))).people;
}
