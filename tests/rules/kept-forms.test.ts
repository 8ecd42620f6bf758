import { expect, test } from 'vitest';
import { projectFiles } from './source-files.ts';

/** Forms that keep no draft, one by one or by folder, with the reason. */
const WITHOUT_DRAFT: Record<string, string> = {
  'app/app-header.tsx': 'the search saves nothing',
  'features/reports/reports-page.tsx': 'a period is chosen, nothing is saved',
  'features/reports/nationality-map-dialog.tsx':
    'names of groups and countries; who only reports has no drafts',
  'features/reports/areas-dialog.tsx': 'names of areas and towns; who only reports has no drafts',
  'features/reports/send-dialog.tsx': 'a name and a few words; who only reports has no drafts',
  'features/lists/filter-panel.tsx': 'filters, which are kept with the list',
  'features/vault/': 'passphrases and keys, mostly before a register is open',
  'features/backups/': 'where a copy lies and with which key it opens',
  'features/erasures/confirm-erasure-dialog.tsx':
    'the last word of two, typed anew each time on purpose',
  'features/retention/retention-rules-panel.tsx': 'one number and its reason',
  'features/users/own-passphrase-panel.tsx': 'a passphrase',
  'features/users/add-user-dialog.tsx': 'ends with a passphrase that is shown once',
  'features/users/user-action-dialog.tsx': 'a choice to confirm',
  'features/settings/lock-after-panel.tsx': 'one number',
  'features/matches/matches-panel.tsx': 'a day and at most one line',
  'features/programmes/enrolments-panel.tsx': 'chooses whom the form is about',
  'features/programmes/stages-panel.tsx': 'one day',
  'features/programmes/join-programme.tsx': 'chooses what the form is about',
  'components/form-dialog.tsx': 'the frame itself',
};

const forms = projectFiles('src/ui').filter(({ text }) => /<form\b|<FormDialog\b/.test(text));

test('every form keeps what is typed as a draft, or it is said here why not', () => {
  const keeping = /\buse(KeptForm|Draft)\b/;
  const without = forms.filter(({ text }) => !keeping.test(text));
  const places = Object.keys(WITHOUT_DRAFT);
  const found = without.map(({ path }) => {
    const inUi = path.replace('src/ui/', '');
    return places.find((place) => inUi.startsWith(place)) ?? inUi;
  });
  expect([...new Set(found)].sort()).toEqual(places.sort());
});

test('every form that keeps a draft lets go of it when it was saved', () => {
  // What was saved is what the form begins with from then on: nothing is left to keep.
  const letting = /\bforget(Draft)?\(|\bsetSaved\(/;
  const holding = forms.filter(({ text }) => /\buse(KeptForm|Draft)[<(]/.test(text));
  expect(holding.length).toBeGreaterThan(15);
  // The page around these two knows when they were saved.
  const elsewhere = ['people/person-form.tsx', 'directory/organisation-form.tsx'];
  const never = holding.filter(
    ({ path, text }) => !letting.test(text) && !elsewhere.some((end) => path.endsWith(end)),
  );
  expect(never.map(({ path }) => path)).toEqual([]);
});
