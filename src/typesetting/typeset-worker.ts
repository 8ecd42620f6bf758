import { parentPort } from 'node:worker_threads';
import type { TypesetDocument, TypesetResult } from './document.ts';
import { type TypesetOptions, typeset } from './typeset.ts';
import { TypesettingError, type TypesettingErrorCode } from './typesetting-error.ts';

export interface WorkerRequest {
  document: TypesetDocument;
  options: TypesetOptions;
}

export type WorkerReply =
  | { result: TypesetResult }
  | { error: { code: TypesettingErrorCode; reason: string } };

parentPort?.on('message', async ({ document, options }: WorkerRequest) => {
  parentPort?.postMessage(await replyTo(document, options));
});

async function replyTo(document: TypesetDocument, options: TypesetOptions): Promise<WorkerReply> {
  try {
    return { result: await typeset(document, options) };
  } catch (error) {
    if (!(error instanceof TypesettingError))
      return { error: { code: 'failed', reason: 'worker' } };
    return { error: { code: error.code, reason: error.reason } };
  }
}
