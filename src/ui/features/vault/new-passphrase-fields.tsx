import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  newPassphrase,
  normalisePassphrase,
  passphraseMinLength,
} from '#domain/vault/passphrase.ts';
import { PassphraseInput } from '#ui/components/passphrase-input.tsx';
import { PassphraseStrength } from './passphrase-strength.tsx';

interface NewPassphraseFieldsProps {
  label: string;
  /** The passphrase once it is long enough and typed twice alike; otherwise nothing. */
  onChange: (passphrase: string | undefined) => void;
}

/** A passphrase of one's own, typed twice. */
export function NewPassphraseFields({ label, onChange }: NewPassphraseFieldsProps) {
  const { t } = useTranslation('vault');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isFirstLeft, setFirstLeft] = useState(false);
  const [isSecondLeft, setSecondLeft] = useState(false);
  const isGood = newPassphrase.safeParse(first).success;
  const isSame = normalisePassphrase(first) === normalisePassphrase(second);

  const change = (one: string, two: string) => {
    setFirst(one);
    setSecond(two);
    const isAgreed = normalisePassphrase(one) === normalisePassphrase(two);
    onChange(newPassphrase.safeParse(one).success && isAgreed ? one : undefined);
  };

  return (
    <Stack gap="sm">
      <PassphraseInput
        label={label}
        description={t('create.passphrase.ownHint', { min: passphraseMinLength })}
        autoComplete="off"
        value={first}
        onChange={(event) => change(event.currentTarget.value, second)}
        onBlur={() => setFirstLeft(first !== '')}
        error={
          isFirstLeft && !isGood
            ? t('create.passphrase.tooShort', {
                min: passphraseMinLength,
                count: normalisePassphrase(first).length,
              })
            : undefined
        }
      />
      <PassphraseStrength passphrase={first} />
      <PassphraseInput
        label={t('create.passphrase.repeat')}
        autoComplete="off"
        value={second}
        onChange={(event) => change(first, event.currentTarget.value)}
        onBlur={() => setSecondLeft(second !== '')}
        error={isSecondLeft && !isSame ? t('create.passphrase.different') : undefined}
      />
    </Stack>
  );
}
