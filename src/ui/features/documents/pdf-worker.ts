import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

const policy = window.trustedTypes?.createPolicy('approdo', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new TypeError('only the PDF worker may be started');
    return url;
  },
});

let shared: PDFWorker | undefined;

/** One worker for all previews. Started here because pdf.js knows nothing of Trusted Types. */
export async function openPdf(bytes: Uint8Array) {
  const { getDocument, PDFWorker: WorkerOfPdf } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  if (!shared) {
    const url = policy ? policy.createScriptURL(workerUrl) : workerUrl;
    shared = WorkerOfPdf.create({ port: new Worker(url, { type: 'module' }) });
  }
  return getDocument({
    // The worker takes the bytes away; the page keeps its own for the next look.
    data: bytes.slice(),
    worker: shared,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
  });
}
