/*
 * What is asked of those who look for a place and of those who offer one. The program puts places in an order
 * and says why; a person decides, after a talk about what to expect and with the consent of both sides
 * (GDPR article 22; COMET: "manage expectations"). A match nobody was asked about ends in somebody leaving.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText } from '../text.ts';
import { languageCode } from '../vocabularies/code.ts';

export const placeKinds = [
  'hostFamily',
  'home',
  'sponsor',
  'buddy',
  'university',
  'employer',
] as const;

const period = { from: calendarDate.optional(), until: calendarDate.optional() };
const fewWords = z.array(requiredText(60)).max(12).default([]);
const inOrder = ({ from, until }: { from?: string | undefined; until?: string | undefined }) =>
  from === undefined || until === undefined || from <= until;

export const placeDetails = z
  .strictObject({
    kind: z.enum(placeKinds),
    name: requiredText(160),
    town: requiredText(80),
    room: z.int().min(1).max(99),
    households: z.int().min(1).max(20).default(1),
    languages: z.array(languageCode).max(12).default([]),
    skills: fewWords,
    hasSchool: z.boolean().default(false),
    isStepFree: z.boolean().default(false),
    ...period,
    note: longText(600).optional(),
    /** No more offered: not proposed to anybody new. */
    isOffered: z.boolean().default(true),
  })
  .refine(inOrder, 'ends before it begins');
export type PlaceDetails = z.output<typeof placeDetails>;

export const searchDetails = z
  .strictObject({
    size: z.int().min(1).max(30),
    skills: fewWords,
    kinTowns: fewWords,
    hasSchoolChildren: z.boolean().default(false),
    needsStepFree: z.boolean().default(false),
    ...period,
  })
  .refine(inOrder, 'ends before it begins');
export type SearchDetails = z.output<typeof searchDetails>;

/** As people type words, so that "Torino " and "torino" are one town. */
export const asCompared = (word: string) =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
