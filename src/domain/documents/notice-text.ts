import { z } from 'zod';
import { requiredText } from '../text.ts';
import { sourced } from '../vocabularies/vocabulary.ts';

/** Which privacy notice is printed: whoever changes its words gives it a new version. */
export const noticeText = z.strictObject({ version: requiredText(40), ...sourced });
export type NoticeText = z.infer<typeof noticeText>;
