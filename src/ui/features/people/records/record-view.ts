import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { TagTone } from '#ui/components/tag.tsx';
import type { useDates } from '#ui/i18n/use-dates.ts';
import type { useLabels } from '#ui/i18n/use-labels.ts';
import type { FieldSpec } from './field-spec.ts';

export interface RecordRow<D> {
  id: string;
  revision: number;
  details: D;
}

/** What a row says in a list. */
export interface RecordLine {
  title: ReactNode;
  facts: ReactNode[];
  tag?: { tone: TagTone; text: string };
  /** Shown softer: it no longer holds. */
  isPast?: boolean;
}

export interface LineTools {
  today: CalendarDate;
  dates: ReturnType<typeof useDates>;
  labels: ReturnType<typeof useLabels>;
  /** A sentence of the `records` texts. */
  say: (key: string, values?: Record<string, string | number>) => string;
}

/** How one kind of row is edited; texts are in `records` under its name. */
export interface RecordView<S extends z.ZodObject> {
  name: string;
  schema: S;
  calls: {
    save: (input: {
      personId: string;
      id?: string | undefined;
      revision?: number | undefined;
      details: z.input<S>;
    }) => Promise<{ id: string }>;
    remove: (input: { id: string }) => Promise<object>;
  };
  fields: readonly FieldSpec[];
  start: Partial<z.output<S>>;
  /** The field in which a new row begins with today. */
  dayField?: string;
}

/** A kind of row whose list needs nothing but its rows. */
export interface ListedRecordView<S extends z.ZodObject> extends RecordView<S> {
  calls: RecordView<S>['calls'] & {
    list: (input: { personId: string }) => Promise<{ items: RecordRow<z.output<S>>[] }>;
  };
  lineOf: (details: z.output<S>, tools: LineTools) => RecordLine;
}
