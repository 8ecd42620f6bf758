import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface WizardButtonsProps {
  onBack: () => void;
  canContinue: boolean;
  isWorking?: boolean;
  continueLabel?: string;
}

export function WizardButtons(props: WizardButtonsProps) {
  const { t } = useTranslation('common');
  return (
    <Group justify="space-between" mt="xl">
      <Button variant="default" onClick={props.onBack} disabled={props.isWorking ?? false}>
        {t('actions.back')}
      </Button>
      <Button type="submit" disabled={!props.canContinue} loading={props.isWorking ?? false}>
        {props.continueLabel ?? t('actions.continue')}
      </Button>
    </Group>
  );
}
