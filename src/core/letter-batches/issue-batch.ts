/*
 * The same letter for several people. Each is prepared, refused or issued by the rules of any single letter;
 * what differs is only that one order is enough. Stopping leaves no number without a letter.
 */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type ErrorCode, type ErrorDetails, ProcedureError } from '#api/errors.ts';
import { type LetterBatchCheck, type LetterBatchResult, mostLetters } from '#api/letter-batches.ts';
import type { Picked } from '#api/lists.ts';
import type { PersonLine } from '#api/people.ts';
import type { LetterDetails } from '#domain/letters/letter.ts';
import type { Urgency } from '#domain/referrals/referral.ts';
import { announceChange, type CoreContext } from '../context.ts';
import { charactersMissing } from '../documents/typeset-pdf.ts';
import { asLetter, draftContents } from '../letters/compose-letter.ts';
import { issuePrepared } from '../letters/issue-letter.ts';
import { type PreparedLetter, prepareLetter } from '../letters/prepare-letter.ts';
import { pickedPeople } from '../lists/picked-people.ts';

export interface Batch {
  picked: Picked;
  details: LetterDetails;
  urgency: Urgency;
}

interface Refusal {
  code: ErrorCode;
  details?: ErrorDetails | undefined;
}

type Outcome = { prepared: PreparedLetter } | Refusal;

const refusalOf = ({ code, details }: ProcedureError): Refusal =>
  details ? { code, details } : { code };

/** A name with a letter no font has stops its own letter, and before anybody gives the order. */
async function requirePrintable(context: CoreContext, prepared: PreparedLetter): Promise<void> {
  const contents = await draftContents(context, prepared, { urgency: 'normal' });
  const missing = await context.typesetter.findMissingCharacters(asLetter(context, contents));
  if (missing.length > 0) throw charactersMissing(missing);
}

async function prepareOne(
  context: CoreContext,
  personId: string,
  details: LetterDetails,
): Promise<Outcome> {
  try {
    const prepared = await prepareLetter(context, personId, details);
    // Somebody's safety is not decided by the dozen.
    if (prepared.needsSecondPerson) return { code: 'letter_needs_second_person' };
    await requirePrintable(context, prepared);
    return { prepared };
  } catch (failure) {
    if (failure instanceof ProcedureError) return refusalOf(failure);
    throw failure;
  }
}

/** Fails with `list_too_long`, `list_changed` or `not_found`. */
async function peopleOf(context: CoreContext, picked: Picked): Promise<PersonLine[]> {
  const people = await pickedPeople(context, picked);
  if (people.length > mostLetters) throw new ProcedureError('list_too_long', { most: mostLetters });
  return people;
}

async function prepareAll(context: CoreContext, { picked, details }: Batch) {
  const people = await peopleOf(context, picked);
  const outcomes: { line: { personId: string; listedName: string }; outcome: Outcome }[] = [];
  for (const { id, listedName } of people) {
    outcomes.push({
      line: { personId: id, listedName },
      outcome: await prepareOne(context, id, details),
    });
  }
  const seals = outcomes.map(({ outcome }) =>
    'prepared' in outcome ? outcome.prepared.seal : outcome.code,
  );
  const seal = createHash('sha256').update(seals.join()).digest('hex');
  return { outcomes, seal };
}

export async function checkBatch(context: CoreContext, batch: Batch): Promise<LetterBatchCheck> {
  const { outcomes, seal } = await prepareAll(context, batch);
  return {
    ready: outcomes.flatMap(({ line, outcome }) =>
      'prepared' in outcome
        ? [
            {
              ...line,
              warnings: outcome.prepared.warnings.length,
              leaving: outcome.prepared.sources.size,
            },
          ]
        : [],
    ),
    refused: outcomes.flatMap(({ line, outcome }) =>
      'code' in outcome ? [{ ...line, ...outcome }] : [],
    ),
    seal,
  };
}

const running = new WeakMap<CoreContext, AbortController>();

/** Fails with `batch_running` and with `letter_changed_since_seen`, before any number is taken. */
export async function issueBatch(
  context: CoreContext,
  batch: Batch & { seal: string },
): Promise<LetterBatchResult> {
  if (running.has(context)) throw new ProcedureError('batch_running');
  const stop = new AbortController();
  running.set(context, stop);
  try {
    const { outcomes, seal } = await prepareAll(context, batch);
    if (seal !== batch.seal) throw new ProcedureError('letter_changed_since_seen');
    return await issueAll(context, batch, { outcomes, stop: stop.signal });
  } finally {
    running.delete(context);
    announceChange(context, 'referrals');
    announceChange(context, 'protocol');
  }
}

interface ToIssue {
  outcomes: Awaited<ReturnType<typeof prepareAll>>['outcomes'];
  stop: AbortSignal;
}

async function issueAll(
  context: CoreContext,
  { urgency }: Batch,
  { outcomes, stop }: ToIssue,
): Promise<LetterBatchResult> {
  const result: LetterBatchResult = { issued: [], refused: [], isStopped: false };
  for (const [done, { line, outcome }] of outcomes.entries()) {
    if (stop.aborted) return { ...result, isStopped: true };
    if ('code' in outcome) result.refused.push({ ...line, ...outcome });
    else {
      try {
        const { personId } = line;
        const { id, protocol } = await issuePrepared(context, outcome.prepared, {
          personId,
          urgency,
        });
        result.issued.push({ ...line, letterId: id, protocol });
      } catch (failure) {
        if (!(failure instanceof ProcedureError)) throw failure;
        result.refused.push({ ...line, ...refusalOf(failure) });
      }
    }
    const payload = { task: 'letters', done: done + 1, total: outcomes.length };
    context.ports.emit({ name: 'progress', payload });
    // Lets the order to stop come through.
    await breathe();
  }
  return result;
}

export function stopBatch(context: CoreContext): Record<string, never> {
  running.get(context)?.abort();
  return {};
}
