import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './level-scale.module.css';
import { useDescriptors } from './use-descriptors.ts';

const levels = [1, 2, 3, 4, 5] as const;

interface LevelScaleProps {
  label: string;
  domain: string;
  value: number | undefined;
  onChange: (level: number) => void;
}

/** Five native radio buttons drawn as steps, so that arrow keys and screen readers work as they should. */
export function LevelScale({ label, domain, value, onChange }: LevelScaleProps) {
  const { t } = useTranslation('vocabularies');
  const name = useId();
  const describe = useDescriptors();
  return (
    <fieldset className={classes.scale}>
      <legend className={classes.legend}>{label}</legend>
      {levels.map((level) => (
        <label
          key={level}
          className={classes.step}
          data-level={level}
          title={describe(domain, level)}
        >
          <input
            type="radio"
            name={name}
            value={level}
            checked={value === level}
            aria-label={`${level}: ${t(`needLevels.${level}`)}`}
            onChange={() => onChange(level)}
          />
          <span aria-hidden>{level}</span>
          {value === level && (
            <span className={classes.word} aria-hidden>
              {t(`needLevels.${level}`)}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
