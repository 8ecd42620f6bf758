import { Button, Group, Text } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
  languageCodes,
} from '#domain/vocabularies/interface-language.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DocumentDrawer } from '../documents/document-drawer.tsx';
import { useSaveFile } from '../documents/use-save-file.ts';

/** Everything the register says about somebody, for them. */
export function CopyPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('privacy');
  const labels = useLabels();
  const { today } = useSession();
  const [language, setLanguage] = useState<InterfaceLanguage>('it');
  const [isShown, setShown] = useState(false);
  const saving = useSaveFile();
  return (
    <Panel title={t('copy.title')} hint={t('copy.hint')}>
      <Group align="flex-end" gap="md">
        <ChoiceChips
          label={t('copy.language')}
          choices={interfaceLanguages.map((value) => ({
            value,
            label: labels.language(languageCodes[value]),
          }))}
          value={language}
          onChange={(value) => isInterfaceLanguage(value) && setLanguage(value)}
        />
        <Button leftSection={<IconFileText size={18} aria-hidden />} onClick={() => setShown(true)}>
          {t('copy.show')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={saving.isPending}
          onClick={() =>
            saving.mutate({
              suggestedName: `copia-${today}.json`,
              format: 'json',
              write: (grant) =>
                vault.personCopies.save({ personId, language, format: 'json', grant }),
            })
          }
        >
          {t('copy.saveData')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        {t('copy.leftOut')}
      </Text>
      {isShown && (
        <DocumentDrawer
          documentKey={['copy', personId, language]}
          label={t('copy.title')}
          load={() => vault.personCopies.get({ personId, language })}
          save={(file) => vault.personCopies.save({ personId, language, format: 'pdf', ...file })}
          canBeLocked
          onClose={() => setShown(false)}
        />
      )}
    </Panel>
  );
}
