import type { Programme } from '#api/programmes.ts';
import type { DraftForm } from '#domain/drafts/draft.ts';
import { type UndertakingKind, undertakingKinds } from '#domain/network/undertaking.ts';

/** What the association does with others, one question each. */
export const networkParts = [
  'meetings',
  'recommendations',
  'benchmarks',
  'pilots',
  'agreements',
] as const;
export type NetworkPart = (typeof networkParts)[number];

/** Where the network of a programme begins: with communities, with cities, or with what was agreed. */
export function firstPartOf(kinds: Programme['kinds']): NetworkPart {
  if (kinds.includes('communityMap')) return 'meetings';
  return kinds.includes('capacity') ? 'recommendations' : 'agreements';
}

export interface NetworkSearch {
  part?: NetworkPart;
  /** Of one programme only. */
  programmeId?: string;
}

export function readNetworkSearch(search: Record<string, unknown>): NetworkSearch {
  const part = networkParts.find((one) => one === search.part);
  const { programmeId } = search;
  return {
    ...(part ? { part } : {}),
    ...(typeof programmeId === 'string' ? { programmeId } : {}),
  };
}

const partOfForm = {
  communityMeeting: 'meetings',
  benchmark: 'benchmarks',
  pilot: 'pilots',
  agreement: 'agreements',
} as const;

const partOfUndertaking = {
  followUp: 'meetings',
  milestone: 'pilots',
  recommendation: 'recommendations',
} as const satisfies Record<UndertakingKind, NetworkPart>;

/** Where the form of a draft is; undefined for forms of other pages. */
export function partOfDraft(form: DraftForm, subjectId: string): NetworkPart | undefined {
  if (form === 'undertaking') {
    const kind = undertakingKinds.find((one) => subjectId.split(':').includes(one));
    return partOfUndertaking[kind ?? 'recommendation'];
  }
  return isOfNetwork(form) ? partOfForm[form] : undefined;
}

const isOfNetwork = (form: DraftForm): form is keyof typeof partOfForm =>
  Object.hasOwn(partOfForm, form);
