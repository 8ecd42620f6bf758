import type { z } from 'zod';
import type { Role } from '#domain/vault/role.ts';

/** `nobody`: also before the register is open. Otherwise the roles that may call. */
type Access = 'nobody' | readonly Role[];

/** `Input` is what a caller gives, before defaults; `Parsed` what a handler gets; `Output` the answer. */
export interface Procedure<Input = unknown, Parsed = unknown, Output = unknown> {
  input: z.ZodType<Parsed, Input>;
  output: z.ZodType<Output>;
  role: Access;
  kind: 'query' | 'mutation';
}

interface Definition<I extends z.ZodType, O extends z.ZodType> {
  input: I;
  output: O;
  role: Access;
  kind: 'query' | 'mutation';
}

/**
 * Keeps of the two schemas what goes in and what comes out, and forgets how they are built: the contract is part of
 * nearly every file's types, and comparing some hundred schemas with all their parts took most of the type check.
 */
export function procedure<I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O>,
): Procedure<z.input<I>, z.output<I>, z.output<O>> {
  return definition as Procedure<z.input<I>, z.output<I>, z.output<O>>;
}

export const beforeUnlock = 'nobody';
export const everyone = ['volunteer', 'mediator', 'coordinator', 'reporter'] as const;
export const desk = ['volunteer', 'mediator', 'coordinator'] as const;
/** Whoever may decide about a whole record, not only work on it. */
export const mediating = ['mediator', 'coordinator'] as const;
export const reporting = ['reporter', 'coordinator'] as const;
export const coordinators = ['coordinator'] as const;
