import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanAction } from '#domain/plans/plan.ts';
import { type ActionLinks, linkOfValue, valueOfLink } from './use-action-links.ts';

interface ActionLinkFieldProps {
  links: ActionLinks;
  linked: PlanAction['linked'];
  onChange: (linked: PlanAction['linked']) => void;
}

/** The letter, the appointment or the service in which an action is done. */
export function ActionLinkField({ links, linked, onChange }: ActionLinkFieldProps) {
  const { t } = useTranslation('plans');
  return (
    <NativeSelect
      label={t('actionLinked')}
      description={links.groups.length === 0 ? t('nothingToLink') : undefined}
      data={[{ value: '', label: t('notLinked') }, ...links.groups]}
      value={valueOfLink(linked)}
      onChange={(event) => onChange(linkOfValue(event.currentTarget.value))}
    />
  );
}
