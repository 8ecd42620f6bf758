import { parentPort } from 'node:worker_threads';
import type { TypesetDocument, TypesetResult } from './document.ts';
import { joinPdfs } from './finished/join-pdfs.ts';
import { lockPdf } from './finished/lock-pdf.ts';
import type { TypesetOptions } from './lay-out-document.ts';
import { missingCharactersOf } from './missing-characters.ts';
import { typeset } from './typeset.ts';
import { TypesettingError, type TypesettingErrorCode } from './typesetting-error.ts';

export type WorkerRequest =
  | { work: 'typeset'; document: TypesetDocument; options: TypesetOptions }
  /** Only tells which characters have no font, and prints nothing. */
  | { work: 'inquire'; document: TypesetDocument }
  | { work: 'join'; finished: Uint8Array[] }
  | { work: 'lock'; finished: Uint8Array; password: string };

export type WorkerReply =
  | { result: TypesetResult }
  | { error: { code: TypesettingErrorCode; reason: string } };

parentPort?.on('message', async (request: WorkerRequest) => {
  parentPort?.postMessage(await replyTo(request));
});

const only = (part: Partial<TypesetResult>): TypesetResult => ({
  bytes: new Uint8Array(),
  pageCount: 0,
  missingCharacters: [],
  ...part,
});

async function resultOf(request: WorkerRequest): Promise<TypesetResult> {
  switch (request.work) {
    case 'typeset':
      return typeset(request.document, request.options);
    case 'inquire':
      return only({ missingCharacters: missingCharactersOf(request.document) });
    case 'join':
      return only({ bytes: joinPdfs(request.finished) });
    case 'lock':
      return only({ bytes: lockPdf(request.finished, request.password) });
  }
}

async function replyTo(request: WorkerRequest): Promise<WorkerReply> {
  try {
    return { result: await resultOf(request) };
  } catch (error) {
    if (!(error instanceof TypesettingError))
      return { error: { code: 'failed', reason: 'worker' } };
    return { error: { code: error.code, reason: error.reason } };
  }
}
