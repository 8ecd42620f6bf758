import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';

interface SkillsFromFileProps {
  personId: string;
  /** What is written already. */
  written: string;
  onTake: (words: string) => void;
}

/** What the file says somebody can do, for a letter that asks it: one click instead of typing it again. */
export function SkillsFromFile({ personId, written, onTake }: SkillsFromFileProps) {
  const { t } = useTranslation('letters');
  const { data } = useQuery({
    queryKey: ['skills', 'list', personId],
    queryFn: () => vault.skills.list({ personId }),
  });
  const known = (data?.items ?? []).map(({ details: { skill, esco } }) =>
    esco ? `${skill} (ESCO ${esco})` : skill,
  );
  const missing = known.filter((one) => !written.includes(one));
  if (missing.length === 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconArrowDown size={16} aria-hidden />}
      onClick={() => onTake([written.trim(), ...missing].filter(Boolean).join('; '))}
    >
      {t('skillsFromFile')}
    </Button>
  );
}
