import { Textarea, TextInput } from '@mantine/core';

interface FieldProps {
  label: string;
  description?: string | undefined;
  placeholder?: string | undefined;
  required?: boolean;
  maxLength: number;
  value: string | undefined;
  onText: (text: string) => void;
}

/** One line of text; nothing yet is an empty line. */
export function LineField({ value = '', onText, ...field }: FieldProps) {
  return (
    <TextInput {...field} value={value} onChange={(event) => onText(event.currentTarget.value)} />
  );
}

interface LinesFieldProps extends FieldProps {
  minRows: number;
  maxRows?: number;
}

/** Several lines, as high as what stands in it. */
export function LinesField({ value = '', onText, ...field }: LinesFieldProps) {
  return (
    <Textarea
      {...field}
      autosize
      value={value}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
