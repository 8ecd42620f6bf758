import { Group, NumberInput, Radio, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProgrammeQuestion } from '#api/programmes.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

export type Answers = Record<string, boolean | number | string>;

interface QuestionFieldsProps {
  questions: readonly ProgrammeQuestion[];
  answers: Answers;
  onChange: (answers: Answers) => void;
}

/** What only this programme wants to know. Every one may stay open. */
export function QuestionFields({ questions, answers, onChange }: QuestionFieldsProps) {
  const set = (code: string, answer: boolean | number | string | undefined) => {
    const { [code]: _, ...others } = answers;
    onChange(answer === undefined ? others : { ...others, [code]: answer });
  };
  return questions.map((question) => (
    <QuestionField
      key={question.code}
      question={question}
      answer={answers[question.code]}
      onAnswer={(answer) => set(question.code, answer)}
    />
  ));
}

interface QuestionFieldProps {
  question: ProgrammeQuestion;
  answer: boolean | number | string | undefined;
  onAnswer: (answer: boolean | number | string | undefined) => void;
}

function QuestionField({ question, answer, onAnswer }: QuestionFieldProps) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const label = words(question.asks);
  switch (question.kind) {
    case 'yesNo':
      return (
        <Radio.Group
          label={label}
          value={answer === undefined ? '' : String(answer)}
          onChange={(value) => onAnswer(value === 'true')}
        >
          <Group gap="lg" mt={4}>
            <Radio value="true" label={t('answers.yes')} />
            <Radio value="false" label={t('answers.no')} />
          </Group>
        </Radio.Group>
      );
    case 'day':
      return (
        <DateField
          label={label}
          value={typeof answer === 'string' ? answer : undefined}
          onChange={onAnswer}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          min={0}
          max={1_000_000}
          value={typeof answer === 'number' ? answer : ''}
          onChange={(value) => onAnswer(typeof value === 'number' ? value : undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          data={(question.choices ?? []).map((one) => ({
            value: one.code,
            label: words(one.name),
          }))}
          value={typeof answer === 'string' ? answer : null}
          onChange={(value) => onAnswer(value ?? undefined)}
        />
      );
  }
}
