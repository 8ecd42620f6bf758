import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './plan-page.module.css';
import { usePlanTemplate } from './use-plan-template.ts';

interface PlanRightsProps {
  explained: string[];
  onChange: (explained: string[]) => void;
}

export function PlanRights({ explained, onChange }: PlanRightsProps) {
  const { t } = useTranslation('plans');
  const { label } = useLabels();
  const rights = usePlanTemplate()?.rights ?? [];
  return (
    <Panel title={t('rights')} hint={t('rightsHint')}>
      <fieldset className={classes.rights} aria-label={t('rights')}>
        {rights.map((right) => (
          <Checkbox
            key={right}
            label={label('rights', right)}
            checked={explained.includes(right)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...explained, right]
                  : explained.filter((one) => one !== right),
              )
            }
          />
        ))}
      </fieldset>
    </Panel>
  );
}
