import { describe, expect, test } from 'vitest';
import { aName, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';
import { asVolunteer, letIn, lettingIn, startProgramme, TODAY } from '../support/programmes.ts';

const answered = { askedOn: '2027-02-21', answer: 'answered', isStillThere: true } as const;

describe('somebody who left a programme', () => {
  test('is to be asked after the months of the programme, in Today until somebody did', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'comet', 'COMET');
    const { personId, enrolmentId } = await letIn(t, programmeId);
    const list = async () => (await t.client.followUps.list({ enrolmentId })).items;
    expect(await list()).toEqual([]);
    await t.client.enrolments.close({ id: enrolmentId, leftOn: TODAY, exit: 'goalsReached' });
    expect(await list()).toEqual([
      { since: 'exit', months: 6, dueOn: '2027-05-21' },
      { since: 'exit', months: 12, dueOn: '2027-11-21' },
    ]);
    const shown = async () =>
      (await t.client.today.get({})).items.filter(({ kind }) => kind === 'followUp');
    expect(await shown()).toEqual([]);
    t.setToday('2027-05-25');
    expect(await shown()).toMatchObject([
      {
        personId,
        due: '2027-05-21',
        about: 'COMET',
        opens: { page: 'enrolment', id: enrolmentId },
      },
    ]);
    const record = (months: number, askedOn: string) =>
      t.client.followUps.record({
        enrolmentId,
        since: 'exit',
        months,
        details: { ...answered, askedOn, employment: 'permanent' },
      });
    await expect(record(6, '2027-05-26')).rejects.toMatchObject({ code: 'date_in_future' });
    await expect(record(3, '2027-05-25')).rejects.toMatchObject({ code: 'not_found' });
    await record(6, '2027-05-25');
    expect(await shown()).toEqual([]);
    expect((await list())[0]?.details).toMatchObject({ employment: 'permanent' });
    const { items } = await t.client.diary.list({ personId, kinds: ['programme'] });
    expect(items.map(({ summaryKey }) => summaryKey)).toEqual([
      'programme.followUp',
      'programme.left',
      'programme.joined',
    ]);
  });

  test('is compared with who they were when they joined, and stays so when their file changes', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'spazio-comune');
    const { id: personId } = await t.client.people.create(
      aPerson({ names: [aName('Amina', 'Prova')], legalStatus: 'asylumSeeker' }),
    );
    const { id } = await t.client.enrolments.create(lettingIn(programmeId, personId));
    const setStatus = async (legalStatus: string) => {
      const { details, revision } = await t.client.people.get({ id: personId });
      await t.client.people.update({
        id: personId,
        revision,
        details: { ...details, legalStatus },
      });
    };
    const facts = async () => (await t.client.enrolments.get({ id })).facts;
    await setStatus('refugee');
    const changed = [{ fact: 'legalStatus', before: 'asylumSeeker', after: 'refugee' }];
    expect(await facts()).toMatchObject(changed);
    await t.client.enrolments.close({ id, leftOn: TODAY, exit: 'goalsReached' });
    await setStatus('special');
    expect(await facts()).toMatchObject(changed);
  });
});

describe('from one programme to another', () => {
  test('somebody leaves and joins on the same day, and it can be seen where they came from', async () => {
    const t = await openCore({ today: TODAY });
    const { id: from } = await startProgramme(t, 'spazio-comune', 'Spazio Comune');
    const { id: to } = await startProgramme(t, 'blank-casework', 'Altro');
    const { id: personId } = await t.client.people.create(aPerson());
    const { id } = await t.client.enrolments.create(lettingIn(from, personId));
    const moved = await t.client.enrolments.transfer({ id, programmeId: to, on: TODAY });
    expect(await t.client.enrolments.get({ id })).toMatchObject({
      leftOn: TODAY,
      exit: 'transferred',
    });
    expect(await t.client.enrolments.get({ id: moved.id })).toMatchObject({
      programmeId: to,
      cameFrom: 'Spazio Comune',
    });
  });

  test('who is refused there stays where they are', async () => {
    const t = await openCore({ today: TODAY });
    const { id: from } = await startProgramme(t, 'spazio-comune');
    const { id: to } = await startProgramme(t, 'fra-noi-2');
    const { id: personId } = await t.client.people.create(aPerson());
    const { id } = await t.client.enrolments.create(lettingIn(from, personId));
    await asVolunteer(t);
    const wanted = { id, programmeId: to, on: TODAY };
    await expect(t.client.enrolments.transfer(wanted)).rejects.toMatchObject({
      code: 'not_eligible',
    });
    const withReason = { ...wanted, overrideReason: 'Un motivo' };
    await expect(t.client.enrolments.transfer(withReason)).rejects.toMatchObject({
      code: 'role_missing',
    });
    expect((await t.client.enrolments.get({ id })).leftOn).toBeUndefined();
    expect((await t.client.enrolments.list({ personId })).total).toBe(1);
  });
});
