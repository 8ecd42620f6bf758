import {
  decreedKinds,
  lifeSigns,
  places,
  reunifications,
  type TieKind,
  tieDetails,
  tieKinds,
} from '#domain/people/tie.ts';
import { vault } from '#ui/app/vault-client.ts';
import type { RecordDraft } from './field-spec.ts';
import type { RecordView } from './record-view.ts';

/** True while the other is somebody without a file; `who` is the answer given in the form. */
export const isNamed = (draft: RecordDraft): boolean =>
  draft.who === undefined ? draft.otherName !== undefined : draft.who === 'named';

const rests = ({ kind }: RecordDraft) => decreedKinds.includes(kind as TieKind);

export const tieView: RecordView<typeof tieDetails> = {
  name: 'ties',
  schema: tieDetails,
  calls: vault.ties,
  start: { life: 'alive' },
  fields: [
    { name: 'otherPersonId', kind: 'own', isShown: (draft) => !isNamed(draft) },
    { name: 'otherName', kind: 'own', isShown: isNamed },
    { name: 'otherBirthYear', kind: 'number', digits: 4, isShown: isNamed },
    { name: 'otherContact', kind: 'text', max: 160, isLtr: true, isShown: isNamed },
    { name: 'kind', kind: 'codes', codes: tieKinds, list: 'tieKinds' },
    { name: 'place', kind: 'codes', codes: places, list: 'places' },
    { name: 'life', kind: 'codes', codes: lifeSigns, list: 'lifeSigns' },
    {
      name: 'reunification',
      kind: 'codes',
      codes: reunifications,
      list: 'reunifications',
      isOptional: true,
      isShown: ({ place }) => place === 'abroad' || place === 'missing' || place === 'unknown',
    },
    { name: 'decree', kind: 'text', max: 80, isShown: rests },
    { name: 'court', kind: 'text', max: 160, isShown: rests },
    { name: 'validFrom', kind: 'date', isShown: rests },
    { name: 'validTo', kind: 'date', isShown: rests },
    { name: 'isEmergency', kind: 'flag' },
    { name: 'note', kind: 'note', max: 400 },
  ],
};
