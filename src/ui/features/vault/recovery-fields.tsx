import { Anchor, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedRecovery } from '#api/recovery.ts';

interface RecoveryFieldsProps {
  /** Two parts of a split key, or the whole key. */
  kind: 'key' | 'parts';
  /** What was typed so far, once nothing is empty. */
  onChange: (typed: TypedRecovery | undefined) => void;
}

/** The recovery key from its sheet, or two of the three parts it was split into. */
export function RecoveryFields({ kind, onChange }: RecoveryFieldsProps) {
  const { t } = useTranslation('vault');
  const [key, setKey] = useState('');
  const [parts, setParts] = useState<[string, string]>(['', '']);
  const changeParts = (changed: [string, string]) => {
    setParts(changed);
    const isComplete = changed.every((part) => part.trim() !== '');
    onChange(isComplete ? { recoveryParts: changed } : undefined);
  };
  const common = { autoComplete: 'off', spellCheck: false, rows: 2, maxLength: 120 };
  if (kind === 'key') {
    return (
      <Textarea
        {...common}
        label={t('recover.key')}
        description={t('recover.keyHint')}
        value={key}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setKey(value);
          onChange(value.trim() === '' ? undefined : { recoveryKey: value });
        }}
      />
    );
  }
  return (
    <Stack gap="sm">
      <Textarea
        {...common}
        label={t('recover.partOne')}
        description={t('recover.partHint')}
        value={parts[0]}
        onChange={(event) => changeParts([event.currentTarget.value, parts[1]])}
      />
      <Textarea
        {...common}
        label={t('recover.partTwo')}
        value={parts[1]}
        onChange={(event) => changeParts([parts[0], event.currentTarget.value])}
      />
    </Stack>
  );
}

/** The same, with the choice between the two. */
export function RecoveryFieldsWithChoice({
  onChange,
}: {
  onChange: RecoveryFieldsProps['onChange'];
}) {
  const { t } = useTranslation('vault');
  const [kind, setKind] = useState<RecoveryFieldsProps['kind']>('key');
  return (
    <Stack gap={6}>
      <RecoveryFields key={kind} kind={kind} onChange={onChange} />
      <Group>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setKind(kind === 'key' ? 'parts' : 'key');
            onChange(undefined);
          }}
        >
          {t(kind === 'key' ? 'recover.useParts' : 'recover.useKey')}
        </Anchor>
      </Group>
    </Stack>
  );
}
