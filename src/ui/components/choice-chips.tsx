import { Chip, Group, Input } from '@mantine/core';
import { useId } from 'react';
import type { Choice } from '#ui/i18n/use-labels.ts';

interface ChoiceChipsProps {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
  error?: string | undefined;
  isCompact?: boolean;
}

/** One of a few, all in sight: one click, or the arrows. */
export function ChoiceChips(props: ChoiceChipsProps) {
  const id = useId();
  const { label, choices, value, onChange, error, isCompact = false } = props;
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <Input.Label id={id} component="div" mb={4}>
        {label}
      </Input.Label>
      <Chip.Group value={value ?? ''} onChange={(chosen: string) => onChange(chosen)}>
        <Group gap={6}>
          {choices.map((one) => (
            <Chip
              key={one.value}
              value={one.value}
              size={isCompact ? 'sm' : 'md'}
              icon={null}
              variant="outline"
            >
              {one.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {error && (
        <Input.Error id={`${id}-error`} mt={4} role="alert">
          {error}
        </Input.Error>
      )}
    </div>
  );
}
