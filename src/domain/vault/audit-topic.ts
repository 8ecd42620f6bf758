/** What a coordinator looks for in the audit log. */
export const auditTopics = ['access', 'protected', 'leaving', 'warnings', 'changes'] as const;
export type AuditTopic = (typeof auditTopics)[number];

/** By the beginning of the action; the first that fits. What fits nowhere is a change of the register. */
const BEGINNINGS: readonly (readonly [string, AuditTopic])[] = [
  ['vault.wrongAttempts', 'warnings'],
  ['register.', 'warnings'],
  ['clock.', 'warnings'],
  ['vault.', 'access'],
  ['users.', 'access'],
  ['recovery', 'access'],
  ['notes.', 'protected'],
  ['caseAccess.', 'protected'],
  ['attachments.get', 'protected'],
  ['safetyPages.', 'protected'],
  ['documents.', 'leaving'],
  ['forms.', 'leaving'],
  ['letters.', 'leaving'],
  ['letterBatches.', 'leaving'],
  ['reports.', 'leaving'],
  ['releases.', 'leaving'],
  ['figures.', 'protected'],
  ['areaMaps.', 'leaving'],
  ['nationalityMaps.', 'leaving'],
  ['reportPlans.', 'leaving'],
  ['consolidations.', 'leaving'],
  ['identifiedSheets.', 'leaving'],
  ['ledgers.export', 'leaving'],
  ['programmeTemplates.export', 'leaving'],
  ['lists.', 'leaving'],
  ['attachments.export', 'leaving'],
  ['imports.saveProblems', 'leaving'],
  ['backups.', 'leaving'],
  ['personCopies.', 'leaving'],
  ['erasures.saveCertificate', 'leaving'],
  ['erasures.mentions', 'protected'],
  ['erasures.crossOut', 'protected'],
];

export const topicOf = (action: string): AuditTopic =>
  BEGINNINGS.find(([beginning]) => action.startsWith(beginning))?.[1] ?? 'changes';
