import { statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Memory instead of a disk, where there is enough: the register waits for the disk at every change. */
function temporaryFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 31 ? '/dev/shm' : undefined;
  } catch {
    return undefined;
  }
}

// Here and not under `env`: the processes and workers that tests start read both as they begin.
process.env.TMPDIR = temporaryFolder() ?? process.env.TMPDIR ?? '/tmp';
process.env.NODE_COMPILE_CACHE ??= at('../node_modules/.cache/approdo-compiled');

/** By what they need: nothing, a register on a disk, or many of them harmed in many ways. */
const proofs = ['tests/proofs/**/*.test.ts'];
const registers = ['tests/{core,database,cli}/**/*.test.ts'];
const projects = [
  { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...registers, ...proofs] },
  { name: 'registers', include: registers },
  { name: 'proofs', include: proofs },
];

export default defineConfig({
  resolve: { alias: { '@node-rs/argon2': at('./support/remembered-argon2.ts') } },
  test: {
    projects: projects.map((test) => ({ extends: true as const, test })),
    // No test changes what another file sees, and loading the whole core for each takes a second.
    isolate: false,
    fsModuleCache: true,

    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
