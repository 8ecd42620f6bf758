import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { galleryCommand } from '#cli/gallery-command.ts';
import { openGallery } from '#core/demo/gallery/open-gallery.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { hasWatermark, structureTextOf, textOf } from '../support/pdf-tools.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** One language for each script of the documents. */
const oneForEachScript = ['uk', 'ar', 'ti', 'bn'];

/** A register, letters and an outside program that draws them: more than other tests have to do. */
const GALLERY_MS = 90_000;

describe('the gallery', () => {
  test(
    'prints every document of one language, with its pictures and a sheet of them',
    async () => {
      const out = await temporaryFolder();
      const only = ['--only', 'appointment-slip|closing|letter-(cav|uni-fr)$'];
      const answer = await galleryCommand(['--out', out, '--language', 'so', ...only]);
      const names = (await readdir(out)).sort();
      for (const name of ['so-appointment-slip', 'so-closing', 'letter-cav', 'letter-uni-fr']) {
        expect(names).toContain(`${name}.pdf`);
        expect(names.some((one) => one.startsWith(`${name}-`) && one.endsWith('.png'))).toBe(true);
      }
      expect(names).toContain('contact-sheet-latin.pdf');
      expect(answer).toMatchObject({ hasPictures: true, contactSheets: ['latin'] });
      const slip = new Uint8Array(await readFile(join(out, 'so-appointment-slip.pdf')));
      expect(textOf(slip)).toContain('Permesso di soggiorno o ricevuta');
      const abroad = new Uint8Array(await readFile(join(out, 'letter-uni-fr.pdf')));
      expect(textOf(abroad)).toMatch(/Objet|Madame/);
      expect(hasWatermark(abroad)).toBe(false);
    },
    GALLERY_MS,
  );

  test(
    'has a document in each script, with no character missing',
    async () => {
      const { core, papers } = await openGallery({
        folder: await temporaryFolder(),
        today: '2026-11-21',
        languages: oneForEachScript,
        ports: nodePorts(),
      });
      try {
        const scripts: Record<string, RegExp> = {
          uk: /\p{Script=Cyrillic}/u,
          ar: /\p{Script=Arabic}/u,
          ti: /\p{Script=Ethiopic}/u,
          bn: /\p{Script=Bengali}/u,
        };
        for (const [language, script] of Object.entries(scripts)) {
          const slip = papers.find(({ name }) => name === `${language}-appointment-slip`);
          const { bytes, missingCharacters = [] } = (await slip?.print()) ?? {
            bytes: new Uint8Array(),
          };
          expect(missingCharacters, language).toEqual([]);
          expect(structureTextOf(bytes), language).toMatch(script);
        }
        const names = papers.map(({ name }) => name);
        expect(names).toEqual(
          expect.arrayContaining([
            'ar-consent-of-a-child',
            'ar-recovery-sheet',
            'uk-recovery-part',
          ]),
        );
        expect(names.filter((name) => name.startsWith('letter-')).length).toBeGreaterThan(15);
      } finally {
        await core.close();
      }
    },
    GALLERY_MS,
  );
});
