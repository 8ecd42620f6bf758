import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { letterFacts } from '#domain/letters/letter-fact.ts';
import {
  type LetterText,
  marksOfLetters,
  type ParagraphCondition,
  paragraphConditions,
} from '#domain/letters/letter-template.ts';

interface TemplateFieldsProps {
  text: LetterText;
  /** What the recipient may know, as marks to put into the words. */
  marks: string[];
  onChange: (text: LetterText) => void;
}

const blocks = ['introduction', 'request', 'closing'] as const;
type Block = (typeof blocks)[number];
const MOST_PARAGRAPHS = 8;

/** Where somebody wrote last: a block or the number of a paragraph, and the place in it. */
interface Caret {
  block: Block | number;
  at: number;
  /** Unknown until somebody was in it. */
  field?: HTMLTextAreaElement;
}

const inserted = (words: string, at: number, mark: string) =>
  `${words.slice(0, at)}{${mark}}${words.slice(at)}`;

/** The words of one language, block by block. A mark goes where somebody wrote last. */
export function TemplateFields({ text, marks, onChange }: TemplateFieldsProps) {
  const { t } = useTranslation('letter-templates');
  const [caret, setCaret] = useState<Caret>({ block: 'request', at: text.request.length });
  const placeCaret = useCaretAfterwards();
  const put = (mark: string) => {
    const { block, at, field } = caret;
    if (typeof block === 'string') {
      onChange({ ...text, [block]: inserted(text[block], at, mark) });
    } else {
      onChange({
        ...text,
        paragraphs: text.paragraphs.map((one, index) =>
          index === block ? { ...one, text: inserted(one.text, at, mark) } : one,
        ),
      });
    }
    const after = at + mark.length + 2;
    setCaret({ ...caret, at: after });
    if (field) placeCaret(field, after);
  };
  const area = (block: Block) => (
    <Textarea
      key={block}
      label={t(`blocks.${block}`)}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={block === 'request' ? 1500 : block === 'closing' ? 600 : 800}
      value={text[block]}
      onSelect={({ currentTarget: field }) => setCaret({ block, at: field.selectionStart, field })}
      onChange={(event) => onChange({ ...text, [block]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="md">
      {(['title', 'subject', 'shortSubject'] as const).map((line) => (
        <TextInput
          key={line}
          label={t(`blocks.${line}`)}
          maxLength={line === 'shortSubject' ? 64 : 120}
          value={text[line]}
          onChange={(event) => onChange({ ...text, [line]: event.currentTarget.value })}
        />
      ))}
      <MarkButtons marks={marks} onPut={put} />
      {area('introduction')}
      <ParagraphFields
        text={text}
        onChange={onChange}
        onCaret={(field, block) => setCaret({ block, at: field.selectionStart, field })}
        onRemoved={() => setCaret({ block: 'request', at: text.request.length })}
      />
      {area('request')}
      <Textarea
        label={t('blocks.legalBasis')}
        autosize
        maxLength={800}
        value={text.legalBasis ?? ''}
        onChange={(event) => onChange({ ...text, legalBasis: event.currentTarget.value })}
      />
      <Textarea
        label={t('blocks.attachments')}
        autosize
        value={text.attachments.join('\n')}
        onChange={(event) =>
          onChange({ ...text, attachments: event.currentTarget.value.split('\n').slice(0, 12) })
        }
      />
      {area('closing')}
    </Stack>
  );
}

/** A field whose text is replaced puts the caret at its end: this puts it back, once the text is there. */
function useCaretAfterwards() {
  const wanted = useRef<{ field: HTMLTextAreaElement; at: number }>(undefined);
  useLayoutEffect(() => {
    const { field, at } = wanted.current ?? {};
    wanted.current = undefined;
    if (!field || at === undefined) return;
    field.focus();
    field.setSelectionRange(at, at);
  });
  return (field: HTMLTextAreaElement, at: number) => {
    wanted.current = { field, at };
  };
}

function MarkButtons({ marks, onPut }: { marks: string[]; onPut: (mark: string) => void }) {
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
      <Group gap={6}>
        {marks.map((mark) => (
          <Button
            key={mark}
            size="compact-sm"
            variant="default"
            title={`{${mark}}`}
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

interface ParagraphFieldsProps {
  text: LetterText;
  onChange: (text: LetterText) => void;
  onCaret: (field: HTMLTextAreaElement, paragraph: number) => void;
  onRemoved: () => void;
}

/** Paragraphs that appear only when they apply. */
function ParagraphFields({ text, onChange, onCaret, onRemoved }: ParagraphFieldsProps) {
  const { t } = useTranslation('letter-templates');
  const { paragraphs } = text;
  // Paragraphs have no name of their own: these keep apart which one is typed into.
  const [keys, setKeys] = useState(() => paragraphs.map(() => crypto.randomUUID()));
  const change = (at: number, part: Partial<LetterText['paragraphs'][number]>) =>
    onChange({
      ...text,
      paragraphs: paragraphs.map((one, index) => (index === at ? { ...one, ...part } : one)),
    });
  return (
    <Stack gap="sm">
      {paragraphs.map((paragraph, at) => (
        <ParagraphField
          key={keys[at]}
          number={at + 1}
          paragraph={paragraph}
          onCaret={(field) => onCaret(field, at)}
          onChange={(part) => change(at, part)}
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
  paragraph: LetterText['paragraphs'][number];
  onCaret: (field: HTMLTextAreaElement) => void;
  onChange: (part: Partial<LetterText['paragraphs'][number]>) => void;
  onRemove: () => void;
}

function ParagraphField({ number, paragraph, onCaret, onChange, onRemove }: ParagraphFieldProps) {
  const { t } = useTranslation('letter-templates');
  return (
    <div>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('paragraph', { number })}
          data={paragraphConditions.map((one) => ({ value: one, label: t(`when.${one}`) }))}
          value={paragraph.when}
          onChange={(event) => onChange({ when: event.currentTarget.value as ParagraphCondition })}
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
        value={paragraph.text}
        onSelect={(event) => onCaret(event.currentTarget)}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </div>
  );
}
