import { afterEach, describe, expect, test } from 'vitest';
import { typeset } from '#typesetting/typeset.ts';
import {
  openTypesettingWorker,
  type TypesettingWorker,
  type TypesettingWorkerOptions,
} from '#typesetting/typeset-in-worker.ts';
import { aDocument, aParagraph } from '../support/pdf-tools.ts';

let opened: TypesettingWorker | undefined;

function open(options?: TypesettingWorkerOptions): TypesettingWorker {
  opened = openTypesettingWorker(options);
  return opened;
}

afterEach(async () => {
  await opened?.close();
});

/** A worker that does something else than typesetting. */
function aWorkerThat(does: string): URL {
  const source = `import { parentPort } from 'node:worker_threads';
    let count = 0;
    parentPort.on('message', ({ document }) => { count += 1; ${does} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

const crashesInACallback = 'setImmediate(() => { throw new Error("late"); });';
const answers = 'parentPort.postMessage({ result: { pageCount: count } });';
const document = aDocument([aParagraph('Perché مرحبا')]);

describe('the worker', () => {
  test('prints what typeset prints', async () => {
    const { typesetInWorker } = open();
    const [there, here] = [await typesetInWorker(document), await typeset(document)];
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
    expect(there).toMatchObject({ pageCount: 1, missingCharacters: [] });
  });

  test('passes on the error of a bad picture and goes on', async () => {
    const { typesetInWorker } = open();
    const logo = { format: 'png', bytes: Uint8Array.from([1, 2, 3]) } as const;
    const broken = aDocument([], { letterhead: { name: '', lines: [], logo } });
    await expect(typesetInWorker(broken)).rejects.toMatchObject({
      name: 'TypesettingError',
      code: 'bad_image',
    });
    expect((await typesetInWorker(document)).pageCount).toBe(1);
  });

  test('may crash in a callback without taking the process with it', async () => {
    const { typesetInWorker } = open({ workerUrl: aWorkerThat(crashesInACallback) });
    await expect(typesetInWorker(document)).rejects.toMatchObject({ code: 'failed' });
    await expect(typesetInWorker(document)).rejects.toMatchObject({ code: 'failed' });
  });

  test('that cannot be started is an error, not a crash', async () => {
    const { typesetInWorker } = open({ workerUrl: new URL('./absent.ts', import.meta.url) });
    await expect(typesetInWorker(document)).rejects.toMatchObject({ code: 'failed' });
  });

  test('that never answers is ended', async () => {
    const { typesetInWorker } = open({
      workerUrl: aWorkerThat('for (;;);'),
      timeLimitMilliseconds: 300,
    });
    await expect(typesetInWorker(document)).rejects.toMatchObject({ code: 'timeout' });
  });

  test('can be cancelled at work and before', async () => {
    const { typesetInWorker } = open({ workerUrl: aWorkerThat('for (;;);') });
    const controller = new AbortController();
    const atWork = typesetInWorker(document, { signal: controller.signal });
    const waiting = typesetInWorker(document, { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    await expect(atWork).rejects.toMatchObject({ code: 'cancelled' });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('stays warm, and is thrown away after an error', async () => {
    const failsOnce = `if (document.language === 'xx') throw new Error(); ${answers}`;
    const { typesetInWorker } = open({ workerUrl: aWorkerThat(failsOnce) });
    const count = async () => (await typesetInWorker(document)).pageCount;
    expect([await count(), await count()]).toEqual([1, 2]);
    await expect(typesetInWorker({ ...document, language: 'xx' })).rejects.toThrow();
    expect(await count()).toBe(1);
  });

  test('refuses what comes after it is closed', async () => {
    const { typesetInWorker, close } = open();
    await close();
    await expect(typesetInWorker(document)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
