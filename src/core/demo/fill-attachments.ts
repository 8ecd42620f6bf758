import type { Client } from '#api/client.ts';
import type { AttachmentDetails } from '#domain/attachments/attachment.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { drawPage, drawPortrait } from './draw-paper.ts';
import type { SeededRandom } from './seeded-random.ts';

interface Filling {
  client: Client;
  random: SeededRandom;
  today: CalendarDate;
}

const PAPERS = [
  { name: 'permesso_fronte_retro.pdf', title: 'Permesso, fronte e retro', kind: 'permit' },
  { name: 'ricevuta_questura.pdf', title: 'Ricevuta della Questura', kind: 'permit' },
  { name: 'decisione.pdf', title: 'Decisione della Commissione', kind: 'courtAct' },
  { name: 'attestato_A2.pdf', title: 'Attestato di italiano A2', kind: 'certificate' },
  { name: 'contratto.pdf', title: 'Contratto di affitto', kind: 'receipt' },
];

/** A few papers for some people, and for fewer a picture beside the name. */
export async function fillAttachments(filling: Filling, personId: string): Promise<void> {
  const { client, random, today } = filling;
  if (!random.chance(0.35)) return;
  const first = random.below(PAPERS.length);
  const count = 1 + random.below(3);
  for (let step = 0; step < count; step++) {
    const paper = PAPERS[(first + step) % PAPERS.length];
    if (!paper) continue;
    const { name, title, kind } = paper;
    const { id } = await client.attachments.add({
      personId,
      fileName: name,
      bytes: drawPage(random),
    });
    const details: AttachmentDetails = {
      title,
      kind,
      documentOn: addDays(today, -random.below(400)),
      ...(kind === 'permit' ? { expiresOn: addDays(today, 30 + random.below(700)) } : {}),
      original: random.pick(['seen', 'seen', 'notSeen', 'held'] as const),
      isPortrait: false,
    };
    await client.attachments.save({ id, details });
  }
  if (!random.chance(0.3)) return;
  const { id } = await client.attachments.add({
    personId,
    fileName: 'foto.png',
    bytes: drawPortrait(random),
  });
  await client.attachments.save({
    id,
    details: { title: '', kind: 'photo', original: 'notSeen', isPortrait: true },
  });
}
