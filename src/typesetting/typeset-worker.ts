import { parentPort } from 'node:worker_threads';
import type { TypesetDocument, TypesetResult } from './document.ts';
import type { TypesetOptions } from './lay-out-document.ts';
import { missingCharactersOf } from './missing-characters.ts';
import { typeset } from './typeset.ts';
import { TypesettingError, type TypesettingErrorCode } from './typesetting-error.ts';

export interface WorkerRequest {
  document: TypesetDocument;
  options: TypesetOptions;
  /** Only tells which characters have no font, and prints nothing. */
  isInquiry?: boolean;
}

export type WorkerReply =
  | { result: TypesetResult }
  | { error: { code: TypesettingErrorCode; reason: string } };

parentPort?.on('message', async (request: WorkerRequest) => {
  parentPort?.postMessage(await replyTo(request));
});

async function replyTo({ document, options, isInquiry }: WorkerRequest): Promise<WorkerReply> {
  try {
    if (isInquiry === true) {
      const missingCharacters = missingCharactersOf(document);
      return { result: { bytes: new Uint8Array(), pageCount: 0, missingCharacters } };
    }
    return { result: await typeset(document, options) };
  } catch (error) {
    if (!(error instanceof TypesettingError))
      return { error: { code: 'failed', reason: 'worker' } };
    return { error: { code: error.code, reason: error.reason } };
  }
}
