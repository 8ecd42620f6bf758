import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import { coordinators, desk, procedure } from '#api/procedure.ts';
import { createDispatch } from '#api/server.ts';
import type { Role } from '#domain/vault/role.ts';

const input = z.strictObject({ text: z.string().max(10) });
const contract = {
  'notes.write': procedure({ input, output: z.string(), role: desk, kind: 'mutation' }),
  'notes.burn': procedure({ input, output: z.string(), role: coordinators, kind: 'mutation' }),
};

function aServer() {
  const state: { role: Role | undefined; written: string[]; failures: unknown[] } = {
    role: 'volunteer',
    written: [],
    failures: [],
  };
  const dispatch = createDispatch({
    contract,
    context: state,
    handlers: {
      'notes.write': async (context, { text }) => {
        if (text === 'fail') throw new Error('SELECT secret FROM /home/ofelia/register.db');
        if (text === 'refuse') throw new ProcedureError('not_found', { field: 'text' });
        await new Promise((resolve) => setTimeout(resolve, 5));
        context.written.push(text);
        return text;
      },
      'notes.burn': (_, { text }) => text,
    },
    currentRole: () => state.role,
    onFailure: (_, failure) => state.failures.push(failure),
  });
  return { state, dispatch };
}

describe('dispatch', () => {
  test('a mutation that waited is refused when the register was locked meanwhile', async () => {
    const { state, dispatch } = aServer();
    const first = dispatch('notes.write', { text: 'one' });
    const second = dispatch('notes.write', { text: 'two' });
    state.role = undefined;
    expect(await second).toEqual({ ok: false, error: { code: 'register_locked' } });
    await first;
    expect(state.written).not.toContain('two');
  });

  test('mutations run one after another, and a failing one stops nobody', async () => {
    const { state, dispatch } = aServer();
    const results = await Promise.all(
      ['a', 'fail', 'b', 'refuse', 'c'].map((text) => dispatch('notes.write', { text })),
    );
    expect(state.written).toEqual(['a', 'b', 'c']);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, false, true]);
  });

  test('what went wrong inside crosses as a code and nothing else', async () => {
    const { state, dispatch } = aServer();
    const failed = await dispatch('notes.write', { text: 'fail' });
    expect(failed).toEqual({ ok: false, error: { code: 'internal' } });
    expect(state.failures).toHaveLength(1);
    expect(await dispatch('notes.write', { text: 'refuse' })).toEqual({
      ok: false,
      error: { code: 'not_found', details: { field: 'text' } },
    });
  });

  test('refuses by name, role and input, in this order', async () => {
    const { dispatch } = aServer();
    const codeOf = async (name: string, value: unknown) => {
      const result = await dispatch(name, value);
      return result.ok ? undefined : result.error.code;
    };
    expect(await codeOf('constructor', {})).toBe('unknown_procedure');
    expect(await codeOf('notes.burn', { text: 'x' })).toBe('role_missing');
    expect(await codeOf('notes.write', { text: 'far too long a text' })).toBe('invalid_input');
    expect(await codeOf('notes.write', { text: 'x', role: 'coordinator' })).toBe('invalid_input');
  });
});
