import type { activityProcedures } from '#api/activities.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { listActivities, removeActivity, restoreRemoved, saveActivity } from './activities.ts';
import { figuresOf, saveCounts } from './counted-people.ts';
import { getActivity } from './get-activity.ts';
import { recordAnswers, removeParticipant, saveParticipant } from './participants.ts';
import { letSpeak, listSpokespeople, removeMedia, saveMedia } from './spokespeople.ts';

type ActivityHandlers = Handlers<Pick<VaultContract, keyof typeof activityProcedures>, CoreContext>;

function formOf({ resources }: CoreContext) {
  const lists = [...resources.indicators().lists.values()];
  return {
    form: resources.activityForm,
    bandLists: lists.map(({ code, name, ageBands }) => ({
      code,
      name,
      bands: ageBands.map((band) => band.code),
    })),
  };
}

export const activityHandlers: ActivityHandlers = {
  'activities.form': formOf,
  'activities.list': listActivities,
  'activities.get': getActivity,
  'activities.save': saveActivity,
  'activities.remove': removeActivity,
  'activities.restore': restoreRemoved,
  'activities.count': saveCounts,
  'activities.figures': figuresOf,
  'activityParticipants.save': saveParticipant,
  'activityParticipants.record': recordAnswers,
  'activityParticipants.speak': letSpeak,
  'activityParticipants.remove': removeParticipant,
  'activityParticipants.restore': restoreRemoved,
  'spokespeople.list': listSpokespeople,
  'mediaOutputs.save': saveMedia,
  'mediaOutputs.remove': removeMedia,
  'mediaOutputs.restore': restoreRemoved,
};
