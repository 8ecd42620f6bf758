import type { z } from 'zod';
import type { Role } from '#domain/vault/role.ts';

/** `nobody`: also before the register is open. Otherwise the roles that may call. */
type Access = 'nobody' | readonly Role[];

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
  role: Access;
  kind: 'query' | 'mutation';
}

/** Keeps the exact schema types of a procedure while checking its shape. */
export function procedure<I extends z.ZodType, O extends z.ZodType>(
  definition: Procedure<I, O>,
): Procedure<I, O> {
  return definition;
}

export const beforeUnlock = 'nobody';
export const everyone = ['volunteer', 'mediator', 'coordinator', 'reporter'] as const;
export const desk = ['volunteer', 'mediator', 'coordinator'] as const;
/** Whoever may decide about a whole record, not only work on it. */
export const mediating = ['mediator', 'coordinator'] as const;
export const reporting = ['reporter', 'coordinator'] as const;
export const coordinators = ['coordinator'] as const;
