import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FormButtonsProps {
  onCancel: () => void;
  isSaving: boolean;
  /** What is still missing is said at the field. */
  isComplete?: boolean;
  /** Absent: "Save". */
  saveLabel?: string | undefined;
  isDangerous?: boolean;
  /** Stands apart from them, at the start: what takes the whole thing away. */
  children?: ReactNode;
}

/** The foot of every form: giving up first, then what the form is for. */
export function FormButtons(props: FormButtonsProps) {
  const { onCancel, isSaving, isComplete = true, isDangerous = false, saveLabel, children } = props;
  const { t } = useTranslation('common');
  return (
    <Group justify="space-between">
      {children ?? <span />}
      <Group gap="sm" ms="auto">
        <Button variant="default" onClick={onCancel}>
          {t('actions.cancel')}
        </Button>
        <Button
          type="submit"
          loading={isSaving}
          disabled={!isComplete}
          {...(isDangerous ? { color: 'red' } : {})}
        >
          {saveLabel ?? t('actions.save')}
        </Button>
      </Group>
    </Group>
  );
}
