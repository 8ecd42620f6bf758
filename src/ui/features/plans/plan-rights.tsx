import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/components/panel.tsx';
import classes from './plan-page.module.css';
import { rights } from './rights.ts';

interface PlanRightsProps {
  explained: string[];
  onChange: (explained: string[]) => void;
}

export function PlanRights({ explained, onChange }: PlanRightsProps) {
  const { t } = useTranslation(['plans', 'vocabularies']);
  return (
    <Panel title={t('rights')} hint={t('rightsHint')}>
      <fieldset className={classes.rights} aria-label={t('rights')}>
        {rights.map((right) => (
          <Checkbox
            key={right}
            label={t(`vocabularies:rights.${right}`)}
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
