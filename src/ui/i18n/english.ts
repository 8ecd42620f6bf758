import appointments from '#locales/en/appointments.json' with { type: 'json' };
import assessments from '#locales/en/assessments.json' with { type: 'json' };
import attachments from '#locales/en/attachments.json' with { type: 'json' };
import audit from '#locales/en/audit.json' with { type: 'json' };
import backups from '#locales/en/backups.json' with { type: 'json' };
import caseFiles from '#locales/en/case-files.json' with { type: 'json' };
import common from '#locales/en/common.json' with { type: 'json' };
import consents from '#locales/en/consents.json' with { type: 'json' };
import deadlines from '#locales/en/deadlines.json' with { type: 'json' };
import diary from '#locales/en/diary.json' with { type: 'json' };
import directory from '#locales/en/directory.json' with { type: 'json' };
import documents from '#locales/en/documents.json' with { type: 'json' };
import drafts from '#locales/en/drafts.json' with { type: 'json' };
import duplicates from '#locales/en/duplicates.json' with { type: 'json' };
import errors from '#locales/en/errors.json' with { type: 'json' };
import followUps from '#locales/en/follow-ups.json' with { type: 'json' };
import imports from '#locales/en/imports.json' with { type: 'json' };
import inbound from '#locales/en/inbound.json' with { type: 'json' };
import ledgers from '#locales/en/ledgers.json' with { type: 'json' };
import letterTemplates from '#locales/en/letter-templates.json' with { type: 'json' };
import letters from '#locales/en/letters.json' with { type: 'json' };
import lists from '#locales/en/lists.json' with { type: 'json' };
import matches from '#locales/en/matches.json' with { type: 'json' };
import notes from '#locales/en/notes.json' with { type: 'json' };
import people from '#locales/en/people.json' with { type: 'json' };
import plans from '#locales/en/plans.json' with { type: 'json' };
import privacy from '#locales/en/privacy.json' with { type: 'json' };
import programmes from '#locales/en/programmes.json' with { type: 'json' };
import protocol from '#locales/en/protocol.json' with { type: 'json' };
import records from '#locales/en/records.json' with { type: 'json' };
import referrals from '#locales/en/referrals.json' with { type: 'json' };
import reports from '#locales/en/reports.json' with { type: 'json' };
import scale from '#locales/en/scale.json' with { type: 'json' };
import services from '#locales/en/services.json' with { type: 'json' };
import sessions from '#locales/en/sessions.json' with { type: 'json' };
import settings from '#locales/en/settings.json' with { type: 'json' };
import today from '#locales/en/today.json' with { type: 'json' };
import users from '#locales/en/users.json' with { type: 'json' };
import vault from '#locales/en/vault.json' with { type: 'json' };
import vocabularies from '#locales/en/vocabularies.json' with { type: 'json' };

export const english = {
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
