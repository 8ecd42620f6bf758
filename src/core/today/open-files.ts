import type { Db } from '../context.ts';
import type { TodayQuestion } from './today-source.ts';

/** Lines of people with an open file. */
export function openFilesOf(db: Db, _question: Pick<TodayQuestion, 'whose' | 'context'>) {
  return db.selectFrom('person_line').where('is_open', '=', 1);
}
