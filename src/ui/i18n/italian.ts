import appointments from '#locales/it/appointments.json' with { type: 'json' };
import assessments from '#locales/it/assessments.json' with { type: 'json' };
import attachments from '#locales/it/attachments.json' with { type: 'json' };
import audit from '#locales/it/audit.json' with { type: 'json' };
import backups from '#locales/it/backups.json' with { type: 'json' };
import caseFiles from '#locales/it/case-files.json' with { type: 'json' };
import common from '#locales/it/common.json' with { type: 'json' };
import consents from '#locales/it/consents.json' with { type: 'json' };
import deadlines from '#locales/it/deadlines.json' with { type: 'json' };
import diary from '#locales/it/diary.json' with { type: 'json' };
import directory from '#locales/it/directory.json' with { type: 'json' };
import documents from '#locales/it/documents.json' with { type: 'json' };
import drafts from '#locales/it/drafts.json' with { type: 'json' };
import duplicates from '#locales/it/duplicates.json' with { type: 'json' };
import errors from '#locales/it/errors.json' with { type: 'json' };
import followUps from '#locales/it/follow-ups.json' with { type: 'json' };
import imports from '#locales/it/imports.json' with { type: 'json' };
import inbound from '#locales/it/inbound.json' with { type: 'json' };
import ledgers from '#locales/it/ledgers.json' with { type: 'json' };
import letterTemplates from '#locales/it/letter-templates.json' with { type: 'json' };
import letters from '#locales/it/letters.json' with { type: 'json' };
import lists from '#locales/it/lists.json' with { type: 'json' };
import matches from '#locales/it/matches.json' with { type: 'json' };
import notes from '#locales/it/notes.json' with { type: 'json' };
import people from '#locales/it/people.json' with { type: 'json' };
import plans from '#locales/it/plans.json' with { type: 'json' };
import privacy from '#locales/it/privacy.json' with { type: 'json' };
import programmes from '#locales/it/programmes.json' with { type: 'json' };
import protocol from '#locales/it/protocol.json' with { type: 'json' };
import records from '#locales/it/records.json' with { type: 'json' };
import referrals from '#locales/it/referrals.json' with { type: 'json' };
import reports from '#locales/it/reports.json' with { type: 'json' };
import scale from '#locales/it/scale.json' with { type: 'json' };
import services from '#locales/it/services.json' with { type: 'json' };
import sessions from '#locales/it/sessions.json' with { type: 'json' };
import settings from '#locales/it/settings.json' with { type: 'json' };
import today from '#locales/it/today.json' with { type: 'json' };
import users from '#locales/it/users.json' with { type: 'json' };
import vault from '#locales/it/vault.json' with { type: 'json' };
import vocabularies from '#locales/it/vocabularies.json' with { type: 'json' };

export const italian = {
  attachments,
  sessions,
  services,
  inbound,
  diary,
  appointments,
  assessments,
  audit,
  backups,
  'case-files': caseFiles,
  common,
  consents,
  deadlines,
  directory,
  documents,
  drafts,
  duplicates,
  errors,
  imports,
  'follow-ups': followUps,
  ledgers,
  'letter-templates': letterTemplates,
  letters,
  lists,
  matches,
  notes,
  people,
  plans,
  programmes,
  privacy,
  protocol,
  records,
  referrals,
  reports,
  scale,
  settings,
  today,
  users,
  vault,
  vocabularies,
};
