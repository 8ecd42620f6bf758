import { Alert, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { longestNote } from '#api/releases.ts';
import { vault } from '#ui/app/vault-client.ts';

interface NoteFieldProps {
  value: string;
  onChange: (note: string) => void;
}

/** Words beside the numbers. What in them could point at somebody is said at once; a person decides. */
export function NoteField({ value, onChange }: NoteFieldProps) {
  const { t } = useTranslation('reports');
  const [settled] = useDebouncedValue(value, 400);
  const { data } = useQuery({
    queryKey: ['reports', 'checkText', settled],
    queryFn: () => vault.reports.checkText({ text: settled }),
    enabled: settled.trim() !== '',
    gcTime: 0,
  });
  const warnings = settled === '' ? [] : (data?.items ?? []);
  return (
    <div>
      <Textarea
        label={t('send.note')}
        description={t('send.noteText')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={longestNote}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {warnings.length > 0 && (
          <Alert color="terracotta" mt="xs" title={t('send.warning')}>
            {warnings.map(({ found, about, at, kind }) => (
              <div key={at}>
                {t(kind === 'number' ? 'send.warningNumber' : 'send.warningWord', { found, about })}
              </div>
            ))}
          </Alert>
        )}
      </div>
    </div>
  );
}
