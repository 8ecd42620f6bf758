import type { Role } from '#domain/vault/role.ts';

/** Every page that an address without ids leads to, and the words it is titled with. */
export const places = [
  { to: '/', words: 'common:nav.today', for: 'everybody' },
  { to: '/people', words: 'common:nav.people' },
  { to: '/people/new', words: 'people:form.newTitle' },
  { to: '/people/import', words: 'imports:title', for: ['coordinator'] },
  { to: '/people/duplicates', words: 'duplicates:list.title' },
  { to: '/people/households', words: 'records:households.title' },
  { to: '/calendar', words: 'common:nav.calendar' },
  { to: '/calendar/sessions', words: 'sessions:title' },
  { to: '/referrals', words: 'referrals:list.title' },
  { to: '/protocol', words: 'protocol:title' },
  { to: '/directory', words: 'common:nav.directory' },
  { to: '/directory/new', words: 'directory:form.newTitle' },
  { to: '/directory/network', words: 'network:title' },
  { to: '/programmes', words: 'common:nav.programmes' },
  { to: '/programmes/activities', words: 'activities:title' },
  { to: '/programmes/spokespeople', words: 'activities:spokespeople.title' },
  { to: '/reports', words: 'common:nav.reports', for: ['coordinator', 'reporter'] },
  { to: '/reports/dashboard', words: 'dashboards:title', for: ['coordinator', 'reporter'] },
  { to: '/reports/sent', words: 'reports:sent.title', for: ['coordinator', 'reporter'] },
  { to: '/settings', words: 'common:nav.settings', for: 'everybody' },
  { to: '/settings/own', words: 'settings:parts.own', for: 'everybody' },
  { to: '/settings/team', words: 'settings:parts.team', for: ['coordinator'] },
  { to: '/settings/deadlines', words: 'settings:parts.deadlines', for: 'everybody' },
  { to: '/settings/papers', words: 'settings:parts.papers' },
  { to: '/settings/keeping', words: 'settings:parts.keeping' },
  { to: '/settings/letters', words: 'letter-templates:title', for: ['coordinator'] },
  { to: '/settings/audit', words: 'audit:title', for: ['coordinator'] },
  { to: '/settings/retention', words: 'privacy:retention.title', for: ['coordinator'] },
  { to: '/settings/about', words: 'settings:parts.about', for: 'everybody' },
  { to: '/help', words: 'common:nav.help', for: 'everybody' },
] as const;

/** Of the person whose file is open. */
export const parts = [
  { to: '/people/$personId', words: 'people:person.tabs.overview' },
  { to: '/people/$personId/diary', words: 'people:person.tabs.diary' },
  { to: '/people/$personId/needs', words: 'people:person.tabs.needs' },
  { to: '/people/$personId/consents', words: 'people:person.tabs.consents' },
  { to: '/people/$personId/plans', words: 'people:person.tabs.plans' },
  { to: '/people/$personId/programmes', words: 'people:person.tabs.programmes' },
  { to: '/people/$personId/letters', words: 'people:person.tabs.letters' },
  { to: '/people/$personId/papers', words: 'people:person.tabs.papers' },
  { to: '/people/$personId/notes', words: 'people:person.tabs.notes' },
  { to: '/people/$personId/edit', words: 'people:form.editTitle' },
] as const;

/** What can be done from anywhere, by the words on its button. */
export const commandWords = {
  noteService: 'services:noteService',
  print: 'common:palette.print',
  lock: 'common:header.lock',
} as const;

export const nameSpaces = [
  'common',
  'people',
  'imports',
  'duplicates',
  'records',
  'sessions',
  'referrals',
  'protocol',
  'directory',
  'network',
  'dashboards',
  'reports',
  'letter-templates',
  'audit',
  'privacy',
  'settings',
  'services',
  'activities',
] as const;

/** As the buttons that lead there: whoever only makes reports sees nobody's file. */
export function mayGo(place: (typeof places)[number], role: Role): boolean {
  if (!('for' in place)) return role !== 'reporter';
  return place.for === 'everybody' || place.for.some((one) => one === role);
}
