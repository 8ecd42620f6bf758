/**
 * Finds an Electron to run the program and its tests with: the one that belongs to the `electron`
 * package where it is, or can be, downloaded; otherwise the fallback of fallback-runtime.ts.
 * Prints the path of the binary when run by itself.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  cachedFallback,
  FALLBACK_VERSION,
  isFallbackPlatform,
  prepareFallback,
} from './fallback-runtime.ts';

export interface ElectronRuntime {
  executablePath: string;
  version: string;
  isFallback: boolean;
}

const PROBE_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;

const electronDir = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

function ownVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(electronDir, 'package.json'), 'utf8'),
  );
  return manifest.version;
}

function ownBinary(): ElectronRuntime | null {
  const pathFile = join(electronDir, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executablePath = join(electronDir, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executablePath)
    ? { executablePath, version: ownVersion(), isFallback: false }
    : null;
}

/** The download would retry for minutes before it gives up, so ask first whether anyone answers. */
async function canDownload(): Promise<boolean> {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const address = mirror ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(new URL(`v${ownVersion()}/SHASUMS256.txt`, address), {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function downloadOwn(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronDir, 'install.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: DOWNLOAD_TIMEOUT_MS,
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function fallback(executablePath: string): ElectronRuntime {
  console.error(
    `Using the fallback runtime (Electron ${FALLBACK_VERSION}), for tests and development only:` +
      ` the binary of Electron ${ownVersion()} is not installed and could not be downloaded.`,
  );
  return { executablePath, version: FALLBACK_VERSION, isFallback: true };
}

export async function findElectronRuntime(): Promise<ElectronRuntime> {
  const installed = ownBinary();
  if (installed) return installed;

  const prepared = cachedFallback();
  if (prepared) return fallback(prepared);

  if ((await canDownload()) && (await downloadOwn())) {
    const downloaded = ownBinary();
    if (downloaded) return downloaded;
  }
  if (!isFallbackPlatform()) {
    throw new Error(
      `Electron ${ownVersion()} could not be downloaded, and the fallback runtime exists for` +
        ` Linux x64 only (this is ${process.platform} ${process.arch}).` +
        ' Connect to the internet and run: npx install-electron',
    );
  }
  return fallback(await prepareFallback());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await findElectronRuntime()).executablePath);
}
