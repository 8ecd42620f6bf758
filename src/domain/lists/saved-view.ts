import { z } from 'zod';
import { requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { sourced } from '../vocabularies/vocabulary.ts';
import { conditions } from './condition.ts';
import { columns, sorting } from './list-column.ts';

/** How somebody wants their lists to look. */
export const listLook = z.strictObject({ columns, sort: sorting.optional() });
export type ListLook = z.output<typeof listLook>;

/** A list under a name: whom it holds, and what it shows of them. */
export const savedView = listLook.extend({ name: requiredText(60), conditions });
export type SavedView = z.output<typeof savedView>;

/** Views that come with the program; their names stand in the locales under `lists:shipped.<code>`. */
export const shippedViews = z.strictObject({
  ...sourced,
  views: z
    .array(listLook.extend({ code, conditions }))
    .refine(
      (views) => new Set(views.map((view) => view.code)).size === views.length,
      'a view stands twice',
    ),
});
export type ShippedView = z.output<typeof shippedViews>['views'][number];
