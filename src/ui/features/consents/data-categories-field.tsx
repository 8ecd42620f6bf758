import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import formClasses from '#ui/components/form-grid.module.css';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';

interface DataCategoriesFieldProps {
  label: string;
  description: string;
  value: string[];
  onChange: (categories: string[]) => void;
}

/** Which data; those the law protects most say so. */
export function DataCategoriesField(props: DataCategoriesFieldProps) {
  const { t } = useTranslation('consents');
  const { label } = useLabels();
  const items = useLists()?.dataCategories.items ?? [];
  return (
    <Checkbox.Group
      label={props.label}
      description={props.description}
      value={props.value}
      onChange={props.onChange}
    >
      <div className={formClasses.two}>
        {items.map(({ code, isSpecial }) => {
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
    </Checkbox.Group>
  );
}
