import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';

const PAGE_HOST = 'approdo';
export const PAGE_ORIGIN = `app://${PAGE_HOST}`;
export const START_PAGE = `${PAGE_ORIGIN}/`;

const MIME: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types approdo',
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Folder by folder: inside the archive of a packaged program nothing else works. */
async function listFiles(folder: string, address = ''): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    const inside = `${address}/${entry.name}`;
    if (entry.isDirectory()) {
      for (const [place, found] of await listFiles(file, inside)) files.set(place, found);
    } else if (extname(file) in MIME) files.set(inside, file);
  }
  return files;
}

/** A page to begin with, and what is still to be written into it. */
export interface StartPage {
  file: string;
  fill(html: string): string;
}

export const plainPage: StartPage = { file: '/index.html', fill: (html) => html };

/**
 * Answers requests for the page's files. Only addresses that were in the folder when the program
 * started exist, compared as whole strings, so there is no path to climb out of.
 *
 * `protocol.handle` would be the newer way, but its answers are made of Node's `Response`, and reading in
 * what stands behind that holds the main process up for longer than everything else before the first page.
 */
export function servePageFiles(
  pageSession: Session,
  folder: string,
  startPage: () => StartPage,
): void {
  const listed = listFiles(folder);

  const answer = async ({ url, method }: ProtocolRequest): Promise<ProtocolResponse> => {
    const { host, pathname } = new URL(url);
    const files = await listed;
    const start = pathname === '/' ? startPage() : undefined;
    const address = start?.file ?? pathname;
    const file = host === PAGE_HOST ? files.get(address) : undefined;
    if (file === undefined || method !== 'GET') {
      return { statusCode: 404, headers: HEADERS, data: Buffer.alloc(0) };
    }
    const type = MIME[extname(file)] ?? 'application/octet-stream';
    const bytes = await readFile(file);
    const data = start ? Buffer.from(start.fill(bytes.toString('utf8'))) : bytes;
    return { headers: { ...HEADERS, 'Content-Type': type }, data };
  };

  const isRegistered = pageSession.protocol.registerBufferProtocol('app', (request, respond) => {
    answer(request).then(respond, () =>
      respond({ statusCode: 404, headers: HEADERS, data: Buffer.alloc(0) }),
    );
  });
  if (!isRegistered) throw new Error('the page could not be served');
}
