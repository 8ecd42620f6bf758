import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputOf, VaultContract } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Tag } from '#ui/components/tag.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

type Taken = OutputOf<VaultContract, 'programmeTemplates.import'>;

interface ImportTemplateProps {
  onTaken: (template: Taken) => void;
}

/** Takes a template that another association sent, says at which place a file is wrong, and tries its examples. */
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
      {take.data && take.data.cases.length > 0 && <TriedCases cases={take.data.cases} />}
    </Stack>
  );
}

/** What the rules answer to the template's own examples. */
function TriedCases({ cases }: Pick<Taken, 'cases'>) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const isMet = cases.every((one) => one.isMet);
  return (
    <Alert color={isMet ? 'petrol' : 'red'} title={t('template.cases')} role="status">
      {!isMet && <Text size="sm">{t('template.differs')}</Text>}
      <ul>
        {cases.map((one) => (
          <li key={one.title.it}>
            {words(one.title)}: {t(`outcomes.${one.outcome}`)}{' '}
            <Tag tone={one.isMet ? 'good' : 'bad'}>
              {t(one.isMet ? 'template.caseMet' : 'template.caseDiffers')}
            </Tag>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
