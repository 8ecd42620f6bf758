import type { Client } from '#api/client.ts';
import type { FormRequest } from '#domain/documents/form.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { GalleryFile } from './fill-gallery.ts';

/** One document of the gallery, ready to be printed. */
export interface GalleryPaper {
  /** Of the file, without ending. */
  name: string;
  language: string;
  script: PersonDetails['names'][number]['script'];
  print: () => Promise<{
    bytes: Uint8Array;
    pageCount: number;
    missingCharacters?: string[] | undefined;
  }>;
}

/** Closes a plan, some months after the gallery's own day. */
export interface Closing {
  close: (planId: string) => Promise<void>;
}

/** Every document about a person, in Italian and their language. */
export function papersOf(client: Client, file: GalleryFile, closing: Closing): GalleryPaper[] {
  const { cast, personId, draftPlanId, signedPlanId, appointmentId, consentId } = file;
  const { language, script } = cast;
  const paper = (name: string, print: GalleryPaper['print']): GalleryPaper => ({
    name: `${language}-${name}`,
    language,
    script,
    print,
  });
  const form = (name: string, wanted: FormRequest) =>
    paper(name, () => client.forms.get({ subjectId: personId, language, form: wanted }));
  return [
    paper('plan-draft', () => client.documents.plan({ planId: draftPlanId, language })),
    paper('plan-signed', () => client.documents.plan({ planId: signedPlanId })),
    paper('one-page', () =>
      client.documents.plan({ planId: signedPlanId, print: 'onePage', language }),
    ),
    form('appointment-slip', {
      kind: 'appointmentSlip',
      appointmentId,
      bring: 'Permesso di soggiorno o ricevuta',
    }),
    form('consent', { kind: 'consent', consentId }),
    form('privacy-notice', { kind: 'privacyNotice' }),
    form('house-rules', { kind: 'houseRules', host: 'Famiglia Bruno' }),
    form('attendance', { kind: 'attendance' }),
    // The last of the person: from then on their plan is closed.
    paper('closing', async () => {
      await closing.close(signedPlanId);
      return client.documents.plan({ planId: signedPlanId, print: 'closing', language });
    }),
  ];
}
