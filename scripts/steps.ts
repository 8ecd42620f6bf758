import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface Outcome {
  name: string;
  failed: boolean;
}

/** One script of package.json. Says what it has to say in one piece, when it is over. */
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
  const failed = code !== 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  process.stdout.write(`${failed ? '✗' : '✓'} ${name} (${seconds} s)\n${said}`);
  return { name, failed };
}

async function inTurn(names: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const name of names) outcomes.push(await run(name));
  return outcomes;
}

/**
 * Runs each lane's scripts in turn, the lanes beside each other so that two processors have work. A failure does
 * not hide others. Ends the process with 1 when something failed.
 */
export async function runSteps(...lanes: string[][]): Promise<void> {
  const outcomes = (await Promise.all(lanes.map(inTurn))).flat();
  const failed = outcomes.filter((outcome) => outcome.failed).map(({ name }) => name);
  if (failed.length > 0) process.stdout.write(`Not in order: ${failed.join(', ')}\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
