import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export const PAGE_ORIGIN = 'app://approdo';
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

async function listFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, file).split(sep).join('/')}`;
    if (entry.isFile() && extname(file) in MIME) files.set(address, file);
  }
  return files;
}

/**
 * Answers requests for the page's files. Only addresses that were in the folder when the program
 * started exist, compared as whole strings, so there is no path to climb out of.
 */
export function createPageFiles(folder: string): (request: Request) => Promise<Response> {
  const listed = listFiles(folder);

  return async (request) => {
    const { origin, host, pathname } = new URL(request.url);
    const files = await listed;
    const isOurs = host === 'approdo' && (origin === PAGE_ORIGIN || origin === 'null');
    const file = isOurs ? files.get(pathname === '/' ? '/index.html' : pathname) : undefined;
    if (file === undefined || request.method !== 'GET') {
      return new Response(null, { status: 404, headers: HEADERS });
    }
    const type = MIME[extname(file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { ...HEADERS, 'Content-Type': type },
    });
  };
}
