import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonDraft } from './person-draft.ts';

interface WordsFieldProps {
  draft: PersonDraft;
  onChange: (part: Partial<PersonDraft>) => void;
}

/** `request`: what they asked for when they came first, the first line of any plan. */
const SIZES = { note: { maxRows: 10, maxLength: 2000 }, request: { maxRows: 6, maxLength: 600 } };

function WordsField({ of, draft, onChange }: WordsFieldProps & { of: keyof typeof SIZES }) {
  const { t } = useTranslation('people');
  return (
    <Textarea
      label={t(`form.${of}`)}
      description={t(`form.${of}Hint`)}
      dir="auto"
      autosize
      minRows={2}
      {...SIZES[of]}
      value={draft[of]}
      onChange={(event) => onChange({ [of]: event.currentTarget.value })}
    />
  );
}

export const NoteField = (props: WordsFieldProps) => <WordsField of="note" {...props} />;

export const RequestField = (props: WordsFieldProps) => <WordsField of="request" {...props} />;
