import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '#ui/components/notify.ts';
import { useErrorText } from '#ui/components/use-error-text.ts';
import { useCommand } from './commands.ts';
import { printPage } from './print-page.ts';

/** Prints the list or page in sight, without menus and buttons; `base.css` says what stays on paper. */
export function PrintButton() {
  const { t } = useTranslation('common');
  const textOf = useErrorText();
  const printing = useMutation({
    mutationFn: printPage,
    onError: (error) => notifyProblem(textOf(error)),
  });
  const print = () => {
    if (!printing.isPending) printing.mutate();
  };
  useCommand('print', 'mod+P', print);
  return (
    <Tooltip label={t('header.print')}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('header.print')}
        loading={printing.isPending}
        onClick={print}
      >
        <IconPrinter size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
