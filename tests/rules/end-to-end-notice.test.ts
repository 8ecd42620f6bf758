import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

function runWithoutScreen(environment: Record<string, string>) {
  return spawnSync(process.execPath, [join(root, 'scripts/e2e.ts')], {
    cwd: root,
    env: { PATH: '/nowhere', ...environment },
    encoding: 'utf8',
  });
}

test.runIf(process.platform === 'linux')(
  'end-to-end tests that cannot run say so in capital letters, and fail under CI',
  () => {
    const alone = runWithoutScreen({});
    expect(alone.stderr).toContain('THE END-TO-END TESTS DID NOT RUN');
    expect(alone.stderr).toContain('apt-get install xvfb');
    expect(alone.status).toBe(0);
    expect(runWithoutScreen({ CI: 'true' }).status).toBe(1);
  },
);
