/*
 * Approdo without a window. Machine-readable JSON on standard output, words for people on standard error.
 * Exit codes: 0 done; 1 the answer is no (a refused call, an unsafe release); 2 wrong use or bad input;
 * 70 a fault of the program.
 */
import { UsageError } from './options.ts';

const USAGE = `Usage: npm run --silent cli -- COMMAND

  procedures                          the contract, with JSON Schemas
  call PROCEDURE [JSON] [--register DIR] [--name NAME] [--passphrase-file FILE] [--output FILE]
                                      one call; the passphrase comes from the file or standard input
  verify --register DIR [--name NAME] [--passphrase-file FILE]
                                      whether the file and its audit log are as they were written
  demo --out DIR [--people N] [--seed S] [--today YYYY-MM-DD]
                                      an invented register, a plan, a letter and the summary
  gallery --out DIR [--language TAG] [--only PATTERN]  every document in every language with invented people
  verify-backup FILE [--name NAME] [--passphrase-file FILE]
                                      whether a copy is whole and opens; nothing is restored
  programmes --check                  every shipped programme against its worked cases
  programmes --schema                 the shape of a template file, as JSON Schema
  verify-report FILE [--register DIR] [--name NAME] [--passphrase-file FILE]
                                      whether a report is as it was written, and sent from that register
  consolidate FILE.json FILE.json … --association NAME --recipient NAME
                                      one report of several associations
  protect FILE.json                   which cells of linked tables to hide
  audit FILE.json                     what a reader can work out of a release
  check-certificate FILE.json         checks a certificate without a solver
`;

type Command = (args: string[]) => Promise<{ result: unknown; exitCode: number }>;

const now = () => performance.now();
const done = (result: unknown) => ({ result, exitCode: 0 });

// Loaded when asked for: those who only check numbers need not wait for the register.
const calls = () => import('./call-command.ts');
const disclosure = () => import('./disclosure-commands.ts');

const COMMANDS: Record<string, Command> = {
  procedures: async () => done((await calls()).proceduresCommand()),
  call: async (args) => (await calls()).callCommand(args),
  verify: async (args) => (await import('./verify-command.ts')).verifyCommand(args),
  demo: async (args) => done(await (await import('./demo-command.ts')).demoCommand(args, now)),
  gallery: async (args) => done(await (await import('./gallery-command.ts')).galleryCommand(args)),
  'verify-backup': async (args) =>
    (await import('./verify-backup-command.ts')).verifyBackupCommand(args),
  programmes: async (args) => (await import('./programmes-command.ts')).programmesCommand(args),
  'verify-report': async (args) =>
    (await import('./verify-report-command.ts')).verifyReportCommand(args),
  consolidate: async (args) => (await import('./consolidate-command.ts')).consolidateCommand(args),
  protect: async (args) => (await disclosure()).protectCommand(args, now),
  audit: async (args) => (await disclosure()).auditCommand(args),
  'check-certificate': async (args) => (await disclosure()).checkCertificateCommand(args),
};

async function main([name, ...args]: string[]): Promise<number> {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(USAGE);
    return name === '--help' ? 0 : 2;
  }
  try {
    const { result, exitCode } = await command(args);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return exitCode;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    process.stderr.write(
      `Approdo made a mistake (${(error as Error).name}); nothing was changed.\n`,
    );
    if (process.env.APPRODO_DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
    return 70;
  }
}

// Whoever reads no further (`| head`) has seen enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? 0 : 70),
);
process.exitCode = await main(process.argv.slice(2));
