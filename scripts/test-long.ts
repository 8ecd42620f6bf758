/**
 * `npm run test:long`: the proofs at a size that takes minutes. Each number may be set in the environment, as in
 * `APPRODO_CUTS=10000 APPRODO_KILLS=1000 npm run test:long`, or in parts, which try other moments each, as in
 * `APPRODO_PART=2 npm run test:long -- tests/proofs/power-loss`. What follows the command is passed on to Vitest.
 * At the end the folder that would be shipped is made and started.
 * `npm run test:mutations` switches off each protection in turn and sees that a test notices.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectDir } from './build-if-needed.ts';

const sizes = {
  /** Moments at which the power is cut. */
  APPRODO_CUTS: '2000',
  /** Processes killed, over all kinds of work. */
  APPRODO_KILLS: '120',
  /** Bits flipped in the register file. */
  APPRODO_FLIPS: '5000',
  /** Calls with right, nearly right and wild input, over all procedures. */
  APPRODO_FUZZ_CALLS: '20000',
};

const vitest = join(projectDir, 'node_modules/vitest/vitest.mjs');
const chosen = process.argv.slice(2).filter((one) => one !== '--mutations');
const isAboutMutations = process.argv.includes('--mutations');
const whole = isAboutMutations ? 'tests/proofs/mutations' : 'tests/proofs';
const which = chosen.length > 0 && !isAboutMutations ? chosen : [whole, ...chosen];
const mutations = isAboutMutations ? { APPRODO_MUTATIONS: '1' } : {};
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', join(projectDir, 'tests/vitest.config.ts'), ...which],
  { cwd: projectDir, env: { ...sizes, ...mutations, ...process.env }, stdio: 'inherit' },
);
const isWhole = chosen.length === 0 && !isAboutMutations;
process.exit(status === 0 && isWhole ? chromiumStatus() || packagedStatus() : (status ?? 1));

/** Whether Chromium still sets the sample paragraphs as it is stored that it does. */
function chromiumStatus(): number {
  const screen = process.platform === 'linux' && !process.env.DISPLAY ? ['xvfb-run', '-a'] : [];
  const [command = 'npm', ...rest] = [...screen, 'npm', 'run', 'chromium-lines', '--', '--check'];
  return spawnSync(command, rest, { cwd: projectDir, stdio: 'inherit' }).status ?? 1;
}

/** Whether the folder that would be shipped can be made, starts, and is shut as it must be. */
function packagedStatus(): number {
  const args = [join(projectDir, 'scripts/e2e.ts'), 'tests/e2e/packaged.spec.ts'];
  const env = { ...process.env, APPRODO_PACKAGED: '1' };
  return spawnSync(process.execPath, args, { cwd: projectDir, env, stdio: 'inherit' }).status ?? 1;
}
