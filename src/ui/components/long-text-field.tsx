import { Textarea, type TextareaProps } from '@mantine/core';

interface LongTextFieldProps
  extends Omit<
    TextareaProps,
    'value' | 'onChange' | 'dir' | 'autosize' | 'rows' | 'minRows' | 'maxRows'
  > {
  maxLength: number;
  value: string | undefined;
  onChange: (text: string) => void;
  rows?: [fewest: number, most: number];
}

/** Some sentences in any script; it grows with them. */
export function LongTextField({ value, onChange, rows = [2, 6], ...field }: LongTextFieldProps) {
  return (
    <Textarea
      {...field}
      dir="auto"
      autosize
      minRows={rows[0]}
      maxRows={rows[1]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
