import type { VaultContract } from '#api/contract.ts';
import type { matchProcedures } from '#api/matches.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { createMatch, listMatches, recordMatch } from './matches.ts';
import { listPlaces, listSearches, savePlace, saveSearch } from './places.ts';
import { arrangeEverybody, suggestPlaces, tellWeights } from './suggest.ts';

type MatchHandlers = Handlers<Pick<VaultContract, keyof typeof matchProcedures>, CoreContext>;

export const matchHandlers: MatchHandlers = {
  'places.list': listPlaces,
  'places.save': savePlace,
  'placeSearches.list': listSearches,
  'placeSearches.save': saveSearch,
  'matches.suggest': suggestPlaces,
  'matches.weigh': tellWeights,
  'matches.arrange': arrangeEverybody,
  'matches.list': listMatches,
  'matches.create': createMatch,
  'matches.record': recordMatch,
};
