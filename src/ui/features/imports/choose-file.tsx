import { Button, Text } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import classes from './imports.module.css';

interface ChooseFileProps {
  isReading: boolean;
  onFile: (file: File) => void;
}

export function ChooseFile({ isReading, onFile }: ChooseFileProps) {
  const { t } = useTranslation('imports');
  const field = useRef<HTMLInputElement>(null);
  return (
    <Panel>
      <EmptyState
        icon={<IconTableImport size={28} />}
        title={t('file.title')}
        action={
          <>
            <input
              ref={field}
              type="file"
              accept=".csv,.txt,.xlsx"
              className={classes.file}
              aria-label={t('file.choose')}
              tabIndex={-1}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) onFile(file);
                // So that the same file can be chosen again after it was corrected.
                event.currentTarget.value = '';
              }}
            />
            <Button size="md" loading={isReading} onClick={() => field.current?.click()}>
              {t('file.choose')}
            </Button>
          </>
        }
      >
        {t('file.text')}
      </EmptyState>
      <Text size="sm" c="dimmed" ta="center">
        {t('file.safe')}
      </Text>
    </Panel>
  );
}
