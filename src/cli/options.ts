import { parseArgs } from 'node:util';

/** Said on standard error; ends the command with exit code 2. */
export class UsageError extends Error {}

export interface Options {
  words: string[];
  /** Value of `--name`, or undefined. */
  value(name: string): string | undefined;
}

/** Splits arguments into words and `--name value` pairs. Unknown names are a `UsageError`. */
export function readOptions(args: string[], names: string[]): Options {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const value = (name: string) => {
      const given = values[name];
      return typeof given === 'string' ? given : undefined;
    };
    return { words: positionals, value };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unknown option');
  }
}

export function wholeNumber(
  text: string,
  name: string,
  limits: { min: number; max: number },
): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < limits.min || number > limits.max) {
    throw new UsageError(`--${name} takes a whole number from ${limits.min} to ${limits.max}`);
  }
  return number;
}
