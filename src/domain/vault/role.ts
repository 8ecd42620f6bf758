/** Who somebody is in the register; decided by the coordinator, checked inside the vault. */
export const roles = ['volunteer', 'mediator', 'coordinator', 'reporter'] as const;
export type Role = (typeof roles)[number];
