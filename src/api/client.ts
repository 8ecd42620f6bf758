import type { Contract, InputOf, OutputOf } from './contract.ts';
import { type CallResult, ProcedureError } from './errors.ts';

export type Call = (name: string, input: unknown) => Promise<CallResult<unknown>>;

type Feature<N> = N extends `${infer F}.${string}` ? F : never;
type Verb<N, F extends string> = N extends `${F}.${infer V}` ? V : never;

/** `client.people.list({ query })` for every procedure `people.list` of the contract. */
export type Client = {
  [F in Feature<keyof Contract>]: {
    [V in Verb<keyof Contract, F>]: `${F}.${V}` extends infer N extends keyof Contract
      ? (input: InputOf<Contract, N>) => Promise<OutputOf<Contract, N>>
      : never;
  };
};

/** Calls through one function; a refused call rejects with a `ProcedureError` that carries its code. */
export function createClient(call: Call): Client {
  const verbs = (feature: string) =>
    new Proxy(
      {},
      {
        get: (_, verb) =>
          typeof verb === 'string'
            ? async (input: unknown) => {
                const result = await call(`${feature}.${verb}`, input);
                if (result.ok) return result.data;
                throw new ProcedureError(result.error.code, result.error.details);
              }
            : undefined,
      },
    );
  return new Proxy(
    {},
    { get: (_, feature) => (typeof feature === 'string' ? verbs(feature) : undefined) },
  ) as Client;
}
