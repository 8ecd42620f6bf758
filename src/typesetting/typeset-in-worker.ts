import { Worker } from 'node:worker_threads';
import type { TypesetDocument, TypesetResult } from './document.ts';
import type { TypesetOptions } from './lay-out-document.ts';
import type { WorkerReply, WorkerRequest } from './typeset-worker.ts';
import { TypesettingError } from './typesetting-error.ts';

export interface TypesettingWorkerOptions {
  /** The bundled entry, where it is not the source file beside this one. */
  workerUrl?: URL;
  timeLimitMilliseconds?: number;
  memoryLimitMegabytes?: number;
}

interface WorkerTypesetOptions extends TypesetOptions {
  signal?: AbortSignal;
}

export interface TypesettingWorker {
  /**
   * One document after the other. Errors: those of `typeset`, timeout, cancelled; each of these
   * two, and a crash, ends the worker and the next document starts a new one.
   */
  typesetInWorker(
    document: TypesetDocument,
    options?: WorkerTypesetOptions,
  ): Promise<TypesetResult>;
  /** Characters of the document that no installed font has, without printing it. */
  findMissingCharacters(document: TypesetDocument): Promise<string[]>;
  /** Finished documents of this engine as one, page for page. Errors: bad_pdf. */
  joinPdfs(finished: Uint8Array[]): Promise<Uint8Array>;
  /** A finished document of this engine under a password. Errors: bad_password, bad_pdf. */
  lockPdf(finished: Uint8Array, password: string): Promise<Uint8Array>;
  /** Cancels what is under way; documents handed over later are refused. */
  close(): Promise<void>;
}

const defaultTimeLimitMilliseconds = 60_000;
const defaultMemoryLimitMegabytes = 768;
/** A letter leaves a few megabytes behind. With less room they are cleared away sooner: 120 MB fewer in all. */
const youngMegabytes = 32;

export function openTypesettingWorker(options: TypesettingWorkerOptions = {}): TypesettingWorker {
  const workerUrl = options.workerUrl ?? new URL('./typeset-worker.ts', import.meta.url);
  const timeLimit = options.timeLimitMilliseconds ?? defaultTimeLimitMilliseconds;
  const closing = new AbortController();
  let warm: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const start = () => {
    const worker = new Worker(workerUrl, {
      resourceLimits: {
        maxYoungGenerationSizeMb: youngMegabytes,
        maxOldGenerationSizeMb: options.memoryLimitMegabytes ?? defaultMemoryLimitMegabytes,
      },
    });
    // One that fails while nobody waits for it, or while it is being ended, ends nothing else.
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (warm === worker) warm = undefined;
    });
    return worker;
  };

  const run = async (request: WorkerRequest, signal?: AbortSignal) => {
    const signals = signal === undefined ? [closing.signal] : [closing.signal, signal];
    if (signals.some(({ aborted }) => aborted)) throw cancelled();
    const worker = warm ?? start();
    warm = undefined;
    try {
      const result = await ask(worker, request, signals, timeLimit);
      worker.unref();
      warm = worker;
      return result;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  };

  const enqueue = (request: WorkerRequest, signal?: AbortSignal) => {
    const result = queue.then(() => run(request, signal));
    queue = result.catch(() => {});
    return result;
  };

  return {
    typesetInWorker(document, { signal, ...runOptions } = {}) {
      return enqueue({ work: 'typeset', document, options: runOptions }, signal);
    },
    async findMissingCharacters(document) {
      return (await enqueue({ work: 'inquire', document })).missingCharacters;
    },
    async joinPdfs(finished) {
      return (await enqueue({ work: 'join', finished })).bytes;
    },
    async lockPdf(finished, password) {
      return (await enqueue({ work: 'lock', finished, password })).bytes;
    },
    async close() {
      closing.abort();
      await queue;
      await warm?.terminate();
      warm = undefined;
    },
  };
}

function cancelled(): TypesettingError {
  return new TypesettingError('cancelled', 'no longer wanted');
}

function ask(
  worker: Worker,
  request: WorkerRequest,
  signals: AbortSignal[],
  timeLimitMilliseconds: number,
): Promise<TypesetResult> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off('message', onReply).off('error', onError).off('exit', onExit);
      for (const signal of signals) signal.removeEventListener('abort', onAbort);
      finish();
    };
    const fail = (error: TypesettingError) => settle(() => reject(error));
    const onReply = (reply: WorkerReply) => {
      if ('result' in reply) settle(() => resolve(reply.result));
      else fail(new TypesettingError(reply.error.code, reply.error.reason));
    };
    const onError = (cause: unknown) =>
      fail(new TypesettingError('failed', 'the worker stopped', { cause }));
    const onExit = () => fail(new TypesettingError('failed', 'the worker ended'));
    const onAbort = () => fail(cancelled());
    const timer = setTimeout(
      () => fail(new TypesettingError('timeout', 'the time limit was reached')),
      timeLimitMilliseconds,
    );
    for (const signal of signals) signal.addEventListener('abort', onAbort);
    worker.on('message', onReply).on('error', onError).on('exit', onExit);
    worker.ref();
    try {
      worker.postMessage(request);
    } catch (cause) {
      fail(new TypesettingError('failed', 'the document cannot be handed over', { cause }));
    }
  });
}
