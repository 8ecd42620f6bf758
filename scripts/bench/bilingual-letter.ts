/** The letter that the engine is measured with: Italian and Arabic beside each other, on two pages. */
import type { Block, TypesetDocument } from '#typesetting/document.ts';

export const italian =
  'Con la presente si chiede un appuntamento per la persona indicata, che ha presentato domanda e attende risposta da oltre tre mesi; si allegano copia del documento, due fotografie e la ricevuta della raccomandata.';
export const arabic =
  'نطلب بموجب هذه الرسالة موعدًا للشخص المذكور (رقم 142/2026)، الذي قدّم طلبه وينتظر الرد منذ أكثر من ثلاثة أشهر؛ ونرفق نسخة من الوثيقة وصورتين شخصيتين وإيصال الرسالة المسجلة بتاريخ 14/01/2026.';
export const paragraphs = 8;

/** Two words differ from letter to letter, as in a mail merge. */
export function bilingualLetter(name: string): TypesetDocument {
  const side = (text: string): Block[] =>
    Array.from({ length: paragraphs }, (_, index) => ({
      type: 'paragraph',
      text: `${index + 1}. ${name}: ${text}`,
    }));
  return {
    language: 'it',
    letterhead: { name: 'Ponte Aperto ODV', lines: ['Via dei Tigli 14, 40100 Bologna'] },
    footer: { text: 'L-142', pageNumber: ['Pagina {page} di {pages}', 'صفحة {page} من {pages}'] },
    blocks: [
      { type: 'address', lines: ['Questura di Bologna', 'Ufficio immigrazione'] },
      { type: 'heading', level: 1, text: 'Richiesta di appuntamento' },
      { type: 'sideBySide', start: side(italian), end: side(arabic), endLanguage: 'ar' },
      {
        type: 'signatures',
        placeAndDate: 'Bologna',
        fields: [{ role: 'Operatore' }, { role: 'Persona' }],
      },
      {
        type: 'replySlip',
        cutText: 'ritagliare',
        blocks: [{ type: 'blanks', rows: [{ label: 'Data' }] }],
        qr: { data: 'INV-2026-0142' },
      },
    ],
  };
}
