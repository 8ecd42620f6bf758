/*
 * A template of a programme as a file, to pass between associations: the same JSON that stands in
 * `resources/programmes`. A file comes from anywhere and its rules decide who is let in, so it is taken whole or
 * refused with the place of its first fault: too large or too deep before anything looks at it, then keys that
 * nobody knows, names that lead nowhere, and letters that cannot be seen.
 */
import { ProcedureError } from '#api/errors.ts';
import { type ProgrammeTemplate, programmeFormat } from '#domain/programmes/programme-template.ts';
import { strangeIn, type TemplateFault } from '#domain/programmes/template-fault.ts';
import { checkTemplate, type KnownCodes } from './load-programmes.ts';

/** Of the file. What is written out indented must be small enough to be taken in again. */
export const MOST_BYTES = 1_000_000;
/** Of what is kept, without indentation; the column takes 400,000. */
const MOST_CHARACTERS = 300_000;

export function notValid({ place, reason }: TemplateFault): ProcedureError {
  return new ProcedureError('programme_template_not_valid', { place, context: reason });
}

export function writeTemplateFile(template: ProgrammeTemplate): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(template, null, 2)}\n`);
}

function contentOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw notValid({ place: '', reason: 'notJson' });
  }
}

function refuseNewer(content: unknown): void {
  const format = (content as { format?: unknown } | null)?.format;
  if (Number.isInteger(format) && (format as number) > programmeFormat) {
    throw new ProcedureError('programme_template_newer');
  }
}

/** Fails with `programme_template_not_valid` or `programme_template_newer`. */
export function readTemplateFile(bytes: Uint8Array, known: KnownCodes): ProgrammeTemplate {
  const content = contentOf(bytes);
  const strange = strangeIn(content);
  if (strange) throw notValid(strange);
  refuseNewer(content);
  const { template, fault } = checkTemplate(content, known);
  if (!template) throw notValid(fault);
  if (JSON.stringify(template).length > MOST_CHARACTERS) {
    throw notValid({ place: '', reason: 'tooBig' });
  }
  return template;
}
