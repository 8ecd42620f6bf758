import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Folded } from '#ui/components/folded.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import classes from './consents-page.module.css';

interface DataCategoriesFieldProps {
  label: string;
  description: string;
  value: string[];
  onChange: (categories: string[]) => void;
}

const shownAtFirst = 6;

/** Which data: the usual ones at once, the others one step away; those the law protects most say so. */
export function DataCategoriesField(props: DataCategoriesFieldProps) {
  const { t } = useTranslation('consents');
  const { label } = useLabels();
  const items = useLists()?.dataCategories.items ?? [];
  const [usual, others] = [items.slice(0, shownAtFirst), items.slice(shownAtFirst)];
  const boxes = (some: typeof items) => (
    <div className={classes.categories}>
      {some.map(({ code, isSpecial }) => {
        const name = label('dataCategories', code);
        return (
          <Checkbox
            key={code}
            value={code}
            label={isSpecial ? t('specialCategory', { name }) : name}
          />
        );
      })}
    </div>
  );
  return (
    <Checkbox.Group
      label={props.label}
      description={props.description}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={props.value}
      onChange={props.onChange}
    >
      {boxes(usual)}
      <Folded
        label={t('otherCategories')}
        startsOpen={others.some(({ code }) => props.value.includes(code))}
      >
        {boxes(others)}
      </Folded>
    </Checkbox.Group>
  );
}
