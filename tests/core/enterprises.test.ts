import { describe, expect, test } from 'vitest';
import { anOffice, aReferralConsent } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { hasWatermark, textOf } from '../support/pdf-tools.ts';
import { asVolunteer, letIn, startProgramme, TODAY } from '../support/programmes.ts';

async function enterprise(templateCode = 'amici') {
  const t = await openCore({ today: TODAY });
  const { id: programmeId } = await startProgramme(t, templateCode, 'A.Mi.C.I.');
  const somebody = await letIn(t, programmeId, 'Amina');
  return { t, programmeId, ...somebody };
}

const IDEA = {
  title: 'Sartoria su misura in Barriera di Milano',
  idea: 'Riparazioni e abiti su misura, con tessuti africani.',
  town: 'Torino',
  tutor: 'Marta Ferrero',
};

const words = (text: string) => ({ words: text, amounts: [] });
const CONTENTS = {
  customer: words('Famiglie del quartiere e due negozi di abiti usati.'),
  offer: words('Orli a 8 euro, abiti su misura da 60.'),
  costs: {
    words: '',
    amounts: [
      { what: 'Due macchine da cucire', cents: 180_000 },
      { what: 'Affitto, tre mesi', cents: 210_000 },
    ],
  },
  permits: words(
    'SCIA al Comune; permesso per protezione sussidiaria, che consente il lavoro autonomo.',
  ),
  funding: {
    words: '',
    amounts: [
      { what: 'Risparmi', cents: 90_000 },
      { what: 'Microcredito', cents: 300_000 },
    ],
  },
  feasibility: words('Con 1.400 euro al mese di incasso paga affitto, rata e una paga.'),
};
type Section = keyof typeof CONTENTS;

async function write(
  { client }: OpenCore,
  enrolmentId: string,
  sections = Object.keys(CONTENTS) as Section[],
) {
  await client.enterprises.save({ enrolmentId, details: IDEA });
  for (const section of sections) {
    await client.businessPlans.save({ enrolmentId, section, content: CONTENTS[section] });
  }
}

const aLender = async ({ client }: OpenCore) =>
  (await client.organisations.save(anOffice({ kind: 'lender', name: 'Banca Etica' }))).id;

describe('the plan of a firm', () => {
  test('without its feasibility study prints as a draft that says so, and is refused as final', async () => {
    const { t, personId, enrolmentId } = await enterprise();
    await write(t, enrolmentId, ['customer', 'offer', 'costs', 'permits', 'funding']);
    expect((await t.client.enterprises.get({ enrolmentId })).gaps).toEqual([
      { section: 'feasibility', why: 'empty' },
    ]);
    const print = (isFinal: boolean) =>
      t.client.forms.get({
        subjectId: personId,
        form: { kind: 'businessPlan', enrolmentId, isFinal },
        language: 'it',
      });
    await expect(print(true)).rejects.toMatchObject({
      code: 'business_plan_incomplete',
      details: { fields: ['feasibility'] },
    });
    const { bytes } = await print(false);
    expect(hasWatermark(bytes)).toBe(true);
    expect(textOf(bytes)).toContain('Da scrivere.');
    await expect(
      t.client.businessPlans.draftLetter({ enrolmentId, templateCode: 'MCR' }),
    ).rejects.toMatchObject({ code: 'business_plan_incomplete' });
  });

  test('that is complete prints as final, with its sums, and is noted as given', async () => {
    const { t, personId, enrolmentId } = await enterprise();
    await write(t, enrolmentId);
    const dossier = await t.client.enterprises.get({ enrolmentId });
    expect(dossier).toMatchObject({ gaps: [], costsCents: 390_000, fundingCents: 390_000 });
    const form = { kind: 'businessPlan', enrolmentId, isFinal: true } as const;
    const wanted = { subjectId: personId, form, language: 'it' };
    const { bytes } = await t.client.forms.print(wanted);
    expect(hasWatermark(bytes)).toBe(false);
    const text = textOf(bytes);
    for (const part of [IDEA.title, 'Studio di fattibilità', 'Due macchine da cucire', '3900,00']) {
      expect(text).toContain(part);
    }
    const { items } = await t.client.diary.list({ personId });
    expect(JSON.stringify(items)).toContain('businessPlan');
  });

  test('of somebody else is not printed under another name', async () => {
    const { t, programmeId, enrolmentId } = await enterprise();
    await write(t, enrolmentId);
    const { personId } = await letIn(t, programmeId, 'Dawit');
    const form = { kind: 'businessPlan', enrolmentId, isFinal: true } as const;
    await expect(
      t.client.forms.get({ subjectId: personId, form, language: 'it' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is not complete while the money does not cover the costs', async () => {
    const { t, enrolmentId } = await enterprise();
    await write(t, enrolmentId);
    const content = { words: '', amounts: [{ what: 'Risparmi', cents: 389_999 }] };
    await t.client.businessPlans.save({ enrolmentId, section: 'funding', content });
    expect((await t.client.enterprises.get({ enrolmentId })).gaps).toEqual([
      { section: 'funding', why: 'notCovered' },
    ]);
  });

  test('has the sections its programme names, and no others', async () => {
    const { t, enrolmentId } = await enterprise();
    const save = (section: string, amounts: { what: string; cents: number }[]) =>
      t.client.businessPlans.save({ enrolmentId, section, content: { words: 'x', amounts } });
    await expect(save('magic', [])).rejects.toMatchObject({ code: 'unknown_code' });
    await expect(save('customer', [{ what: 'x', cents: 1 }])).rejects.toMatchObject({
      code: 'unknown_code',
    });
  });
});

describe('the letter a plan goes with', () => {
  test('to the lender lists its enclosures and says idea and sum, in one step from a complete plan', async () => {
    const { t, personId, enrolmentId } = await enterprise();
    await write(t, enrolmentId);
    const organisationId = await aLender(t);
    const loan = { organisationId, state: 'preparing', askedCents: 300_000 } as const;
    await t.client.loanApplications.save({ enrolmentId, details: loan });
    const consent = aReferralConsent(organisationId, {
      dataCategories: ['identity', 'documents', 'contact', 'work', 'income'],
    });
    await t.client.consents.give({ personId, details: consent });
    const drafted = await t.client.businessPlans.draftLetter({ enrolmentId, templateCode: 'MCR' });
    expect(drafted.organisationId).toBe(organisationId);
    const details = { ...drafted, signedBy: 'Marta Ferrero' };
    const { seal } = await t.client.letters.check({ personId, details });
    const { id } = await t.client.letters.issue({ personId, details, seal });
    const text = textOf((await t.client.documents.letter({ letterId: id })).bytes);
    for (const part of [
      'Business plan del 21/11/2026',
      'Studio di fattibilità',
      'Curriculum vitae',
      IDEA.title,
      '3000,00',
      'Banca Etica',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('to the Chamber of Commerce says where it is to open, and nothing of money', async () => {
    const { t, enrolmentId } = await enterprise();
    await write(t, enrolmentId);
    const drafted = await t.client.businessPlans.draftLetter({ enrolmentId, templateCode: 'CCI' });
    expect(drafted.organisationId).toBeUndefined();
    expect(drafted.answers).toContainEqual({ key: 'place', text: 'Torino' });
    expect(JSON.stringify(drafted)).not.toContain('3000');
  });

  test('needs the idea, whatever the plan holds', async () => {
    const { t, enrolmentId } = await enterprise();
    for (const section of Object.keys(CONTENTS) as Section[]) {
      await t.client.businessPlans.save({ enrolmentId, section, content: CONTENTS[section] });
    }
    await expect(
      t.client.businessPlans.draftLetter({ enrolmentId, templateCode: 'CCI' }),
    ).rejects.toMatchObject({ code: 'idea_missing' });
  });
});

describe('loan, firm and meetings', () => {
  test('are kept with their days and sums, and counted for the programme', async () => {
    const { t, programmeId, enrolmentId } = await enterprise();
    await write(t, enrolmentId);
    const organisationId = await aLender(t);
    const { id } = await t.client.loanApplications.save({
      enrolmentId,
      details: {
        organisationId,
        state: 'granted',
        askedCents: 300_000,
        askedOn: '2026-06-01',
        answeredOn: '2026-07-01',
        grantedCents: 250_000,
        repayment: 'onTime',
        repaymentOn: '2026-11-01',
      },
    });
    const firm = { openedOn: '2026-09-01', form: 'soleTrader', ateco: '14.13.20' } as const;
    await t.client.firms.save({ enrolmentId, details: firm });
    const meeting = { heldOn: '2026-05-01', with: 'mentor', about: 'I prezzi.' } as const;
    const { id: meetingId } = await t.client.mentorMeetings.save({ enrolmentId, details: meeting });
    const dossier = await t.client.enterprises.get({ enrolmentId });
    expect(dossier).toMatchObject({ firm, meetings: [{ id: meetingId, details: meeting }] });
    expect(dossier.loans).toMatchObject([{ id, lender: 'Banca Etica' }]);
    expect(await t.client.enterprises.sum({ programmeId })).toMatchObject({
      ideas: 1,
      completePlans: 1,
      loansAsked: 1,
      askedCents: 300_000,
      loansGranted: 1,
      grantedCents: 250_000,
      firmsOpened: 1,
      firmsClosed: 0,
      meetings: 1,
    });
    await t.client.loanApplications.remove({ id });
    await t.client.mentorMeetings.remove({ id: meetingId });
    await t.client.firms.remove({ enrolmentId });
    const emptied = await t.client.enterprises.get({ enrolmentId });
    expect([emptied.loans, emptied.meetings, emptied.firm]).toEqual([[], [], undefined]);
    await t.client.loanApplications.restore({ id });
    await t.client.mentorMeetings.restore({ id: meetingId });
    expect((await t.client.enterprises.get({ enrolmentId })).loans).toHaveLength(1);
  });

  test('a loan says when it was asked and answered, and comes from a lender', async () => {
    const { t, enrolmentId } = await enterprise();
    const organisationId = await aLender(t);
    const save = (details: object) =>
      t.client.loanApplications.save({
        enrolmentId,
        details: { organisationId, state: 'asked', askedCents: 100, ...details },
      } as never);
    await expect(save({})).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(
      save({ state: 'granted', askedOn: TODAY, answeredOn: TODAY }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(save({ askedOn: '2026-11-22' })).rejects.toMatchObject({ code: 'date_in_future' });
    const { id } = await t.client.organisations.save(anOffice());
    await expect(save({ organisationId: id, askedOn: TODAY })).rejects.toMatchObject({
      code: 'not_a_lender',
    });
  });

  test('are refused in programmes of other kinds', async () => {
    const { t, enrolmentId } = await enterprise('spazio-comune');
    expect((await t.client.enterprises.get({ enrolmentId })).isEnterprise).toBe(false);
    await expect(t.client.enterprises.save({ enrolmentId, details: IDEA })).rejects.toMatchObject({
      code: 'no_enterprise_programme',
    });
  });

  test('of a restricted case are refused to who is not named on it', async () => {
    const { t, personId, enrolmentId, programmeId } = await enterprise();
    await write(t, enrolmentId);
    const meeting = { heldOn: TODAY, with: 'tutor', about: 'x' } as const;
    const { id } = await t.client.mentorMeetings.save({ enrolmentId, details: meeting });
    await t.client.caseAccess.save({ personId, isRestricted: true });
    await asVolunteer(t);
    for (const call of [
      t.client.enterprises.get({ enrolmentId }),
      t.client.mentorMeetings.remove({ id }),
      t.client.businessPlans.draftLetter({ enrolmentId, templateCode: 'CCI' }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'case_restricted' });
    }
    await expect(t.client.enterprises.sum({ programmeId })).rejects.toMatchObject({
      code: 'role_missing',
    });
  });
});
