import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type LetterText,
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

/** The words of one language, block by block. A mark goes to the block written in last. */
export function TemplateFields({ text, marks, onChange }: TemplateFieldsProps) {
  const { t } = useTranslation('letter-templates');
  const [last, setLast] = useState<Block | number>('request');
  const put = (mark: string) => {
    if (typeof last !== 'number') onChange({ ...text, [last]: `${text[last]} {${mark}}` });
    else
      onChange({
        ...text,
        paragraphs: text.paragraphs.map((one, at) =>
          at === last ? { ...one, text: `${one.text} {${mark}}` } : one,
        ),
      });
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
      onFocus={() => setLast(block)}
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
      <ParagraphFields text={text} onChange={onChange} onFocus={setLast} />
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

function MarkButtons({ marks, onPut }: { marks: string[]; onPut: (mark: string) => void }) {
  const { t } = useTranslation('letter-templates');
  return (
    <div>
      <Text size="sm" mb={4}>
        {t('marks')}
      </Text>
      <Group gap={6}>
        {marks.map((mark) => (
          <Button key={mark} size="compact-sm" variant="default" onClick={() => onPut(mark)}>
            {`{${mark}}`}
          </Button>
        ))}
      </Group>
    </div>
  );
}

interface ParagraphFieldsProps {
  text: LetterText;
  onChange: (text: LetterText) => void;
  onFocus: (at: number) => void;
}

/** Paragraphs that appear only when they apply. */
function ParagraphFields({ text, onChange, onFocus }: ParagraphFieldsProps) {
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
          onFocus={() => onFocus(at)}
          onChange={(part) => change(at, part)}
          onRemove={() => {
            setKeys(keys.filter((_, index) => index !== at));
            onChange({ ...text, paragraphs: paragraphs.filter((_, index) => index !== at) });
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
  onFocus: () => void;
  onChange: (part: Partial<LetterText['paragraphs'][number]>) => void;
  onRemove: () => void;
}

function ParagraphField({ number, paragraph, onFocus, onChange, onRemove }: ParagraphFieldProps) {
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
        onFocus={onFocus}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </div>
  );
}
