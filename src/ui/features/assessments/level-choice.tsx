import { useId } from 'react';
import { levels } from '#domain/assessments/assessment.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './level-choice.module.css';
import { useDescriptors } from './use-descriptors.ts';

interface LevelChoiceProps {
  label: string;
  domain: string;
  value: number | undefined;
  onChange: (level: number) => void;
}

/** The five levels of a domain with what each of them means there. */
export function LevelChoice({ label, domain, value, onChange }: LevelChoiceProps) {
  const name = useId();
  const labels = useLabels();
  const describe = useDescriptors();
  return (
    <fieldset className={classes.choice}>
      <legend>{label}</legend>
      {levels.map((level) => (
        <label key={level} className={classes.option}>
          <input
            type="radio"
            name={name}
            value={level}
            checked={value === level}
            onChange={() => onChange(level)}
          />
          <span>
            <strong>
              {level} · {labels.label('needLevels', String(level))}
            </strong>
            <span>{describe(domain, level)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
