import type { AssessmentDetails } from '#domain/assessments/assessment.ts';

export interface ScoreDraft {
  level: number;
  words: string;
  wantsGoal: boolean;
}

/** An assessment while it is written: text fields are never absent, scores are found by their domain. */
export interface AssessmentDraft {
  assessedOn: string | undefined;
  assessor: string;
  mediator: string;
  interpretedIn: string | null;
  ownView: string;
  note: string;
  scores: Record<string, ScoreDraft>;
}

export function toAssessmentDraft(details: AssessmentDetails): AssessmentDraft {
  return {
    assessedOn: details.assessedOn,
    assessor: details.assessor,
    mediator: details.mediator ?? '',
    interpretedIn: details.interpretedIn ?? null,
    ownView: details.ownView ?? '',
    note: details.note ?? '',
    scores: Object.fromEntries(
      details.scores.map(({ domain, level, words = '', wantsGoal }) => [
        domain,
        { level, words, wantsGoal },
      ]),
    ),
  };
}

const told = (text: string) => (text.trim() === '' ? undefined : text.trim());

export function toAssessmentDetails(draft: AssessmentDraft, assessedOn: string): AssessmentDetails {
  return {
    assessedOn,
    assessor: draft.assessor.trim(),
    mediator: told(draft.mediator),
    interpretedIn: draft.interpretedIn ?? undefined,
    ownView: told(draft.ownView),
    note: told(draft.note),
    scores: Object.entries(draft.scores).map(([domain, { level, words, wantsGoal }]) => ({
      domain,
      level,
      words: told(words),
      wantsGoal,
    })),
  };
}
