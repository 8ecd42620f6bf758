import { type Db, registerOf } from '../context.ts';
import { among } from '../deadlines/fact-source.ts';
import { hasOpenFile } from '../people/open-line.ts';
import type { TodayQuestion } from './today-source.ts';

/** Lines of people with an open file: of whom one follows oneself, or of everybody; or of few, joined to them. */
export function openFilesOf(
  db: Db,
  { whose, context }: Pick<TodayQuestion, 'whose' | 'context'>,
  areFew = false,
) {
  const { user } = registerOf(context);
  return db
    .selectFrom('person_line')
    .where((eb) => (areFew ? hasOpenFile : eb('is_open', '=', 1)))
    .$if(whose === 'mine', (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('case_file')
            .select('case_file.id')
            .whereRef('case_file.person_id', '=', 'person_line.person_id')
            .where('case_file.worker_id', '=', user.id),
        ),
      ),
    );
}

/** Which of these people have an open file and are shown to whoever asks; for nobody it asks nothing. */
export async function openAmong(
  question: TodayQuestion,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await openFilesOf(question.db, question)
    .select('person_id')
    .where('person_id', 'in', among(personIds))
    .execute();
  return new Set(rows.map((row) => row.person_id));
}
