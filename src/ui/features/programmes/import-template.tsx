import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedTemplate } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

interface ImportTemplateProps {
  onTaken: (template: Pick<ListedTemplate, 'code' | 'name'>) => void;
}

/** Takes a template that another association sent, and says at which place a file is wrong. */
export function ImportTemplate({ onTaken }: ImportTemplateProps) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: async () => {
      const { grants } = await vault.shell.chooseFiles({});
      const [grant] = grants;
      return grant === undefined ? null : vault.programmeTemplates.import({ grant });
    },
    onSuccess: async (taken) => {
      if (!taken) return;
      await queries.invalidateQueries({ queryKey: ['programmeTemplates'] });
      notifyDone(t('template.imported', { name: words(taken.name) }));
      onTaken(taken);
    },
  });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm">{t('template.importHint')}</Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {t('template.import')}
        </Button>
      </Group>
      <ErrorNotice error={take.error} />
    </Stack>
  );
}
