import { type Db, registerOf } from '../context.ts';
import type { TodayQuestion } from './today-source.ts';

/** Lines of people with an open file: of whom one follows oneself, or of everybody. */
export function openFilesOf(db: Db, { whose, context }: Pick<TodayQuestion, 'whose' | 'context'>) {
  const { user } = registerOf(context);
  return db
    .selectFrom('person_line')
    .where('is_open', '=', 1)
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
