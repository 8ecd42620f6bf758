import { Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassphraseGrade } from '#domain/vault/passphrase-strength.ts';
import { vault } from '#ui/app/vault-client.ts';

const QUIET_MS = 250;
const FULL_BITS = 70;
const colours: Record<PassphraseGrade, string> = {
  weak: 'red',
  fair: 'terracotta',
  strong: 'petrol',
};

/** How well a passphrase of one's own holds. The vault knows the words; nothing is kept in the page's cache. */
export function PassphraseStrength({ passphrase }: { passphrase: string }) {
  const { t } = useTranslation('vault');
  const [graded, setGraded] = useState<{ bits: number; grade: PassphraseGrade }>();
  useEffect(() => {
    setGraded(undefined);
    if (passphrase === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      vault.vault
        .gradePassphrase({ passphrase })
        .then((result) => isCurrent && setGraded(result))
        .catch(() => undefined);
    }, QUIET_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  if (!graded) return null;
  const { bits, grade } = graded;
  return (
    <div>
      <Progress
        value={Math.min(100, (bits / FULL_BITS) * 100)}
        color={colours[grade]}
        aria-label={t('strength.label')}
      />
      <Text size="sm" mt={4} role="status">
        {t(`strength.${grade}`)}
      </Text>
    </div>
  );
}
