import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { letterFacts } from '#domain/letters/letter-fact.ts';
import {
  type LetterText,
  marksOfLetters,
  type ParagraphCondition,
  paragraphConditions,
  SHORT_SUBJECT,
} from '#domain/letters/letter-template.ts';
import { fitsAt, isSubject, type MarkPlace, withMark, withWords, wordsAt } from './mark-places.ts';

interface TemplateFieldsProps {
  text: LetterText;
  /** What the recipient may know, as marks to put into the words. */
  marks: string[];
  onChange: (text: LetterText) => void;
}

const MOST_PARAGRAPHS = 8;

/** How long a text may be, and how high its field begins. */
const AREAS = {
  introduction: { maxLength: 800, minRows: 2 },
  request: { maxLength: 1500, minRows: 2 },
  legalBasis: { maxLength: 800, minRows: 1 },
  attachments: { maxLength: 12 * 161, minRows: 1 },
  closing: { maxLength: 600, minRows: 2 },
} as const;

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** Where somebody wrote last. */
interface Caret {
  place: MarkPlace;
  at: number;
  /** Unknown until somebody was in it. */
  field?: TextField;
}

/** The words of one language, block by block. A mark goes where somebody wrote last. */
export function TemplateFields({ text, marks, onChange }: TemplateFieldsProps) {
  const { t } = useTranslation('letter-templates');
  const start: Caret = { place: 'request', at: text.request.length };
  const [caret, setCaret] = useState(start);
  const placeCaret = useCaretAfterwards();
  const put = (mark: string) => {
    onChange(withMark(text, caret, mark));
    const after = caret.at + mark.length + 2;
    setCaret({ ...caret, at: after });
    if (caret.field) placeCaret(caret.field, after);
  };
  const hand = (place: MarkPlace) => ({
    value: wordsAt(text, place),
    onSelect: ({ currentTarget: field }: SyntheticEvent<TextField>) =>
      setCaret({ place, at: field.selectionStart ?? 0, field }),
    onChange: (event: ChangeEvent<TextField>) =>
      onChange(withWords(text, place, event.currentTarget.value)),
  });
  const area = (block: keyof typeof AREAS) => (
    <Textarea
      label={t(`blocks.${block}`)}
      autosize
      maxRows={10}
      {...AREAS[block]}
      {...hand(block)}
    />
  );
  return (
    <Stack gap="md">
      <TextInput
        label={t('blocks.title')}
        maxLength={120}
        value={text.title}
        onChange={(event) => onChange({ ...text, title: event.currentTarget.value })}
      />
      <TextInput label={t('blocks.subject')} maxLength={140} {...hand('subject')} />
      <TextInput
        label={t('blocks.shortSubject')}
        maxLength={SHORT_SUBJECT}
        {...hand('shortSubject')}
      />
      <MarkButtons marks={marks} place={caret.place} onPut={put} />
      {area('introduction')}
      <ParagraphFields
        text={text}
        hand={hand}
        onChange={onChange}
        onRemoved={() => setCaret(start)}
      />
      {area('request')}
      {area('legalBasis')}
      {area('attachments')}
      {area('closing')}
    </Stack>
  );
}

/** A field whose text is replaced puts the caret at its end: this puts it back, once the text is there. */
function useCaretAfterwards() {
  const wanted = useRef<{ field: TextField; at: number }>(undefined);
  useLayoutEffect(() => {
    const { field, at } = wanted.current ?? {};
    wanted.current = undefined;
    if (!field || at === undefined) return;
    field.focus();
    field.setSelectionRange(at, at);
  });
  return (field: TextField, at: number) => {
    wanted.current = { field, at };
  };
}

interface MarkButtonsProps {
  marks: string[];
  place: MarkPlace;
  onPut: (mark: string) => void;
}

/** Those that may not stand where somebody writes cannot be pressed, and it says why. */
function MarkButtons({ marks, place, onPut }: MarkButtonsProps) {
  const { t } = useTranslation(['letter-templates', 'vocabularies']);
  const nameOf = (mark: string) => {
    const fact = letterFacts.find((one) => one === mark);
    const own = marksOfLetters.find((one) => one === mark);
    if (own) return t(`markNames.${own}`);
    return fact ? t(`vocabularies:letterFacts.${fact}`) : mark;
  };
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('marks')}
      </Text>
      {isSubject(place) && (
        <Text size="sm" c="dimmed" mb={4}>
          {t('notInSubject')}
        </Text>
      )}
      <Group gap={6}>
        {marks.map((mark) => (
          <Button
            key={mark}
            size="compact-sm"
            variant="default"
            title={`{${mark}}`}
            disabled={!fitsAt(place, mark)}
            // The field keeps the place where somebody writes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPut(mark)}
          >
            {nameOf(mark)}
          </Button>
        ))}
      </Group>
    </div>
  );
}

/** What a field of words needs from the form. */
interface HandedText {
  value: string;
  onSelect: (event: SyntheticEvent<TextField>) => void;
  onChange: (event: ChangeEvent<TextField>) => void;
}

interface ParagraphFieldsProps {
  text: LetterText;
  hand: (place: MarkPlace) => HandedText;
  onChange: (text: LetterText) => void;
  onRemoved: () => void;
}

/** Paragraphs that appear only when they apply. */
function ParagraphFields({ text, hand, onChange, onRemoved }: ParagraphFieldsProps) {
  const { t } = useTranslation('letter-templates');
  const { paragraphs } = text;
  // Paragraphs have no name of their own: these keep apart which one is typed into.
  const [keys, setKeys] = useState(() => paragraphs.map(() => crypto.randomUUID()));
  const setWhen = (at: number, when: ParagraphCondition) =>
    onChange({
      ...text,
      paragraphs: paragraphs.map((one, index) => (index === at ? { ...one, when } : one)),
    });
  return (
    <Stack gap="sm">
      {paragraphs.map((paragraph, at) => (
        <ParagraphField
          key={keys[at]}
          number={at + 1}
          when={paragraph.when}
          words={hand(at)}
          onWhen={(when) => setWhen(at, when)}
          onRemove={() => {
            setKeys(keys.filter((_, index) => index !== at));
            onChange({ ...text, paragraphs: paragraphs.filter((_, index) => index !== at) });
            onRemoved();
          }}
        />
      ))}
      {paragraphs.length < MOST_PARAGRAPHS && (
        <Button
          variant="subtle"
          onClick={() => {
            setKeys([...keys, crypto.randomUUID()]);
            onChange({ ...text, paragraphs: [...paragraphs, { when: 'always', text: '' }] });
          }}
        >
          {t('addParagraph')}
        </Button>
      )}
    </Stack>
  );
}

interface ParagraphFieldProps {
  number: number;
  when: ParagraphCondition;
  words: HandedText;
  onWhen: (when: ParagraphCondition) => void;
  onRemove: () => void;
}

function ParagraphField({ number, when, words, onWhen, onRemove }: ParagraphFieldProps) {
  const { t } = useTranslation('letter-templates');
  return (
    <div>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('paragraph', { number })}
          data={paragraphConditions.map((one) => ({ value: one, label: t(`when.${one}`) }))}
          value={when}
          onChange={(event) => onWhen(event.currentTarget.value as ParagraphCondition)}
        />
        <Button variant="subtle" onClick={onRemove}>
          {t('removeParagraph', { number })}
        </Button>
      </Group>
      <Textarea
        mt={6}
        aria-label={t('paragraphText', { number })}
        autosize
        minRows={2}
        maxLength={1200}
        {...words}
      />
    </div>
  );
}
