import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasWatermark, textOf } from '../../support/pdf-tools.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { aSetting } from './support.ts';

type Setting = Awaited<ReturnType<typeof aSetting>>;

async function fileOf({ files }: Setting, content: string): Promise<string> {
  const path = join(await temporaryFolder(), randomUUID());
  await writeFile(path, content);
  files.grant(path, path, 'read');
  return path;
}

describe('an association’s own words for a letter', () => {
  test('are used from then on, keep their versions, and give way to the original again', async () => {
    const { client, letter } = await aSetting();
    const { texts } = await client.letterTemplates.get({ code: 'ANA' });
    const it = { ...texts.it, introduction: 'Parole nostre per {office}.' };
    expect(
      await client.letterTemplates.save({ code: 'ANA', texts: { it }, note: 'Più corta' }),
    ).toEqual({
      version: 1,
    });
    const own = await client.documents.previewLetter(letter());
    expect(textOf(own.bytes)).toContain('Parole nostre per Anagrafe.');
    await client.letterTemplates.restore({ code: 'ANA' });
    const original = await client.documents.previewLetter(letter());
    expect(textOf(original.bytes)).not.toContain('Parole nostre');
    const { versions } = await client.letterTemplates.get({ code: 'ANA' });
    expect(versions).toMatchObject([
      { version: 2, isOwn: false },
      { version: 1, isOwn: true, note: 'Più corta', changedBy: 'Giulia Ferraris' },
    ]);
  });

  test('can be looked at version by version, and one of them brought back', async () => {
    const { client, letter } = await aSetting();
    const code = 'ANA';
    const { original } = await client.letterTemplates.get({ code });
    const saying = (introduction: string) => ({ it: { ...original.it, introduction } });
    await client.letterTemplates.save({ code, texts: saying('Prima versione.') });
    await client.letterTemplates.save({ code, texts: saying('Seconda versione.') });
    await client.letterTemplates.restore({ code });
    const { texts: first } = await client.letterTemplates.version({ code, version: 1 });
    expect(first.it.introduction).toBe('Prima versione.');
    for (const version of [0, 3]) {
      expect((await client.letterTemplates.version({ code, version })).texts).toEqual(original);
    }
    await client.letterTemplates.save({ code, texts: first });
    const { bytes } = await client.documents.previewLetter(letter());
    expect(textOf(bytes)).toContain('Prima versione.');
    await expect(client.letterTemplates.version({ code, version: 9 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('cannot reach what the recipient’s minimum data set leaves out', async () => {
    const { client, letter } = await aSetting({ office: { kind: 'housing' } });
    const { texts, marks } = await client.letterTemplates.get({ code: 'HOU' });
    expect(marks).not.toContain('permit');
    for (const reaching of ['{permit}', '{legalStatus}', '{nationality}', '{note}']) {
      const it = { ...texts.it, request: `Si chiede casa per ${reaching}.` };
      for (const attempt of [
        client.letterTemplates.save({ code: 'HOU', texts: { it } }),
        client.letterTemplates.preview({ code: 'HOU', language: 'it', text: it }),
      ]) {
        await expect(attempt).rejects.toMatchObject({ code: 'template_not_valid' });
      }
    }
    // A mark that is allowed says nothing unless somebody ticked its fact.
    const paragraphs = [{ when: 'always' as const, text: 'Il nucleo: {household}.' }];
    await client.letterTemplates.save({ code: 'HOU', texts: { it: { ...texts.it, paragraphs } } });
    const wanted = { templateCode: 'HOU', facts: ['contact' as const] };
    expect(textOf((await client.documents.previewLetter(letter(wanted))).bytes)).not.toContain(
      'Il nucleo',
    );
    const ticked = { templateCode: 'HOU', facts: ['household' as const] };
    expect(textOf((await client.documents.previewLetter(letter(ticked))).bytes)).toContain(
      'Il nucleo: una persona',
    );
  });

  test('have marks in subject, legal basis and enclosures, under the same rule', async () => {
    const { client, letter } = await aSetting();
    const { texts } = await client.letterTemplates.get({ code: 'ANA' });
    const it = {
      ...texts.it,
      subject: 'Pratica di {initials} per {association}',
      shortSubject: 'Pratica di {initials}',
      legalBasis: 'Legge di prova, per {name}.',
      attachments: ['Documento di {name}', 'Dichiarazione per {address}'],
    };
    for (const wrong of [
      { ...it, subject: 'Pratica di {name}' },
      { ...it, shortSubject: '{birth}' },
      { ...it, legalBasis: 'Per {decision}.' },
      { ...it, attachments: ['Copia di {decision}'] },
      { ...it, attachments: ['Modulo {A}'] },
    ]) {
      await expect(
        client.letterTemplates.save({ code: 'ANA', texts: { it: wrong } }),
      ).rejects.toMatchObject({ code: 'template_not_valid' });
    }
    await client.letterTemplates.save({ code: 'ANA', texts: { it } });
    // Braces that somebody types into one letter are no marks unless they are those of letters.
    const attachments = [...it.attachments, 'Modulo {A}'];
    const wanted = letter({ facts: ['birth'], attachments });
    const text = textOf((await client.documents.previewLetter(wanted)).bytes);
    expect(text).toMatch(/Oggetto:\s+Pratica di (W\. ?A\.|A\. ?W\.) per/);
    expect(text).toContain('Legge di prova, per Warsame Amina.');
    expect(text).toMatch(/Allegati:\s+Documento di Warsame Amina; Modulo \{A\}/);
    expect(text).not.toContain('Dichiarazione per');
  });

  test('are shown as the real letter about somebody invented', async () => {
    const { client } = await aSetting();
    const { texts } = await client.letterTemplates.get({ code: 'CAV' });
    const { bytes } = await client.letterTemplates.preview({
      code: 'CAV',
      language: 'it',
      text: texts.it,
    });
    expect(hasWatermark(bytes)).toBe(true);
    expect(textOf(bytes)).not.toContain('Amina');
  });

  test('go to a file and come back from one', async () => {
    const setting = await aSetting();
    const { client, saved } = setting;
    const file = await saved((grant) => client.letterTemplates.export({ code: 'ANA', grant }));
    const content = new TextDecoder().decode(file).replace('Si chiede', 'Chiediamo');
    const grant = await fileOf(setting, content);
    expect(await client.letterTemplates.import({ grant })).toEqual({ code: 'ANA', version: 1 });
    expect((await client.letterTemplates.get({ code: 'ANA' })).texts.it.request).toMatch(
      /^Chiediamo/,
    );
  });

  test('from a hostile file are refused with the place that is wrong, and nothing changes', async () => {
    const setting = await aSetting();
    const { client, saved } = setting;
    const file = await saved((grant) => client.letterTemplates.export({ code: 'HOU', grant }));
    const good = JSON.parse(new TextDecoder().decode(file));
    const hostile: [content: unknown, place: string][] = [
      ['{ no', 'JSON'],
      [{ ...good, allowedFacts: ['permit'] }, 'allowedFacts'],
      [{ ...good, code: 'XXX' }, 'code'],
      [{ ...good, kind: 'other' }, 'kind'],
      [{ ...good, texts: { it: { ...good.texts.it, closing: '{permit}' } } }, 'closing'],
      [{ ...good, texts: { it: { ...good.texts.it, title: 'x'.repeat(500) } } }, 'texts.it.title'],
      [{ ...good, texts: { it: { ...good.texts.it, script: '<script>' } } }, 'script'],
    ];
    for (const [content, place] of hostile) {
      const grant = await fileOf(
        setting,
        typeof content === 'string' ? content : JSON.stringify(content),
      );
      await expect(client.letterTemplates.import({ grant })).rejects.toMatchObject({
        code: 'template_not_valid',
        details: { places: expect.stringContaining(place) },
      });
    }
    expect((await client.letterTemplates.get({ code: 'HOU' })).versions).toEqual([]);
  });
});

test('the letterhead takes a colour, a foot and a safe logo, and refuses a hostile one', async () => {
  const setting = await aSetting();
  const { client, letter } = setting;
  await client.letterhead.save({ accent: '#7a1f5c', footer: 'Sede aperta il martedì' });
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>';
  await client.letterhead.saveLogo({ grant: await fileOf(setting, svg) });
  const { bytes } = await client.documents.previewLetter(letter());
  expect(textOf(bytes)).toContain('Sede aperta il martedì');
  const hostile = svg.replace(
    '<rect',
    '<image href="file:///etc/passwd" width="10" height="10"/><rect',
  );
  await expect(
    client.letterhead.saveLogo({ grant: await fileOf(setting, hostile) }),
  ).rejects.toMatchObject({ code: 'attachment_broken' });
  expect(await client.letterhead.get({})).toEqual({
    accent: '#7a1f5c',
    footer: 'Sede aperta il martedì',
    hasLogo: true,
  });
});
