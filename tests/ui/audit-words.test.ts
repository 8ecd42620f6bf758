import { describe, expect, test } from 'vitest';
import { audited } from '#core/audit/audited.ts';
import { topicOf } from '#domain/vault/audit-topic.ts';
import { projectFiles } from '../rules/source-files.ts';

/** Noted by the vault itself, not because of a call. */
const OWN_ACTIONS = [
  'vault.unlock',
  'vault.recover',
  'vault.wrongAttempts',
  'register.rolledBack',
  'register.damaged',
  'register.restored',
  'clock.wentBack',
];

const actions = [...Object.keys(audited), ...OWN_ACTIONS];

describe('every line the audit log can have', () => {
  test.each(['it', 'en'])('has words in %s', (language) => {
    const [file] = projectFiles(`locales/${language}`).filter(({ path }) =>
      path.endsWith('/audit.json'),
    );
    const words = JSON.parse(file?.text ?? '{}').actions as Record<string, Record<string, string>>;
    const missing = actions.filter((action) => {
      const [feature = '', verb = ''] = action.split('.');
      const known = words[feature] ?? {};
      return known[verb] === undefined && known[`${verb}_other`] === undefined;
    });
    expect(missing).toEqual([]);
  });

  test('is about access, protection, leaving, a warning or a change', () => {
    expect(topicOf('vault.wrongAttempts')).toBe('warnings');
    expect(topicOf('vault.unlock')).toBe('access');
    expect(topicOf('documents.saveLetter')).toBe('leaving');
    expect(topicOf('merges.create')).toBe('changes');
  });
});
