import {
  fieldsOfStep,
  type ReferralStep,
  type StepField,
  type StepTarget,
} from '#domain/referrals/referral-step.ts';

export type StepDraft = Omit<ReferralStep, 'to' | 'on'> & {
  to: StepTarget;
  on: string | undefined;
};

export const hasField = ({ to }: StepDraft, field: StepField): boolean =>
  fieldsOfStep[to].needs.includes(field) || fieldsOfStep[to].may.includes(field);

export const needsField = ({ to }: StepDraft, field: StepField): boolean =>
  fieldsOfStep[to].needs.includes(field);

/** The step with only what belongs to it, or nothing while something is missing. */
export function toStep(draft: StepDraft): ReferralStep | undefined {
  const { to, on, note } = draft;
  const { needs, may } = fieldsOfStep[to];
  if (on === undefined || needs.some((field) => !draft[field])) return undefined;
  const said = [...needs, ...may].flatMap((field) =>
    draft[field] ? [[field, draft[field]] as const] : [],
  );
  return { to, on, ...Object.fromEntries(said), ...(note?.trim() ? { note } : {}) };
}
