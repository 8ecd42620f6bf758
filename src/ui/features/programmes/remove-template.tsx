import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedTemplate } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

interface RemoveTemplateProps {
  template: ListedTemplate;
  onRemoved: () => void;
}

/** Takes away a template that came from a file and that no programme was started from. */
export function RemoveTemplate({ template, onRemoved }: RemoveTemplateProps) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const queries = useQueryClient();
  const { code: id, name } = template;
  const readAgain = () => queries.invalidateQueries({ queryKey: ['programmeTemplates'] });
  const remove = useMutation({
    mutationFn: () => vault.programmeTemplates.remove({ id }),
    onSuccess: async () => {
      onRemoved();
      await readAgain();
      notifyWithUndo(t('template.removed'), () => {
        void vault.programmeTemplates.restore({ id }).then(readAgain);
      });
    },
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        loading={remove.isPending}
        aria-label={t('template.removeOf', { name: words(name) })}
        onClick={() => remove.mutate()}
      >
        {t('template.remove')}
      </Button>
      <ErrorNotice error={remove.error} />
    </>
  );
}
