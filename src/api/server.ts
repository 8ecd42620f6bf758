import type { Role } from '#domain/vault/role.ts';
import type { OutputOf, ParsedInputOf } from './contract.ts';
import { type CallError, type CallResult, type ErrorCode, ProcedureError } from './errors.ts';
import type { Procedure } from './procedure.ts';

type Procedures = Record<string, Procedure>;

/** One function a procedure; a procedure without a handler does not compile. */
export type Handlers<C, Context> = {
  [N in keyof C]: (
    context: Context,
    input: ParsedInputOf<C, N>,
  ) => OutputOf<C, N> | Promise<OutputOf<C, N>>;
};

export interface ServerOptions<C, Context> {
  contract: C;
  handlers: Handlers<C, Context>;
  context: Context;
  /** Role of whoever unlocked the register, or undefined while it is locked. Never a parameter. */
  currentRole: () => Role | undefined;
  /** Runs before every handler, with valid input; refuses by failing. */
  before?: (name: string, input: unknown) => Promise<void>;
  /** Runs after every handler that succeeded; what it returns is the answer. */
  after?: (name: string, input: unknown, answer: unknown) => Promise<unknown>;
  /** The code of a failure that has one without being a `ProcedureError`, such as a full disk. */
  codeOf?: (failure: unknown) => ErrorCode | undefined;
  /** Told what went wrong inside a handler; must not write record contents anywhere. */
  onFailure: (procedure: string, failure: unknown) => void;
}

const refuse = (error: CallError): CallResult<never> => ({ ok: false, error });

/** Answers every call with data or a code, whatever happens inside. Mutations run one after another. */
export function createDispatch<C extends Procedures, Context>(options: ServerOptions<C, Context>) {
  const { contract, handlers, context, currentRole, onFailure } = options;
  const { before, after, codeOf } = options;
  let lastMutation: Promise<unknown> = Promise.resolve();

  const run = async (name: keyof C & string, input: unknown): Promise<CallResult<unknown>> => {
    try {
      const handler = handlers[name] as (context: Context, input: unknown) => unknown;
      await before?.(name, input);
      const answer = await handler(context, input);
      return { ok: true, data: after ? await after(name, input, answer) : answer };
    } catch (failure) {
      if (failure instanceof ProcedureError) {
        const { code, details } = failure;
        return refuse(details ? { code, details } : { code });
      }
      onFailure(name, failure);
      return refuse({ code: codeOf?.(failure) ?? 'internal' });
    }
  };

  return async function dispatch(name: string, input: unknown): Promise<CallResult<unknown>> {
    if (!Object.hasOwn(contract, name)) return refuse({ code: 'unknown_procedure' });
    const procedure = contract[name] as Procedure;
    const mayCall = (): CallError | undefined => {
      if (procedure.role === 'nobody') return undefined;
      const role = currentRole();
      if (role === undefined) return { code: 'register_locked' };
      return procedure.role.includes(role) ? undefined : { code: 'role_missing' };
    };
    const refusal = mayCall();
    if (refusal) return refuse(refusal);
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) return refuse(invalidInput(parsed.error.issues));
    if (procedure.kind === 'query') return run(name, parsed.data);
    // Asked again when its turn comes: the register may have been locked while it waited.
    const turn = lastMutation.then(() => {
      const late = mayCall();
      return late ? refuse(late) : run(name, parsed.data);
    });
    lastMutation = turn;
    return turn;
  };
}

/** Names the fields that were wrong, never what was typed into them. */
function invalidInput(issues: { path: PropertyKey[] }[]): CallError {
  const fields = [...new Set(issues.map((issue) => issue.path.map(String).join('.')))];
  return { code: 'invalid_input', details: { fields: fields.slice(0, 20) } };
}
