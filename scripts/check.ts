/*
 * Every check without a window: those that only read the tree one after the other beside the unit tests, so
 * that two processors have work. Each says what it has to say in one piece, and a failure does not hide others.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface Outcome {
  name: string;
  failed: boolean;
  said: string;
  seconds: number;
}

async function run(name: string): Promise<Outcome> {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  return { name, failed: code !== 0, said, seconds: (performance.now() - start) / 1000 };
}

function report({ name, failed, said, seconds }: Outcome): void {
  process.stdout.write(`${failed ? '✗' : '✓'} ${name} (${seconds.toFixed(0)} s)\n${said}`);
}

async function inTurn(names: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const name of names) {
    const outcome = await run(name);
    report(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

const outcomes = (
  await Promise.all([inTurn(['lint', 'types', 'unused']), inTurn(['unit'])])
).flat();
const failed = outcomes.filter((outcome) => outcome.failed).map(({ name }) => name);
if (failed.length > 0) process.stdout.write(`Not in order: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
