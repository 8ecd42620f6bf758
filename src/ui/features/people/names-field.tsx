import { ActionIcon, Button, Fieldset, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameKinds } from '#domain/names/person-name.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { emptyName, type NameDraft, scriptOfName } from './person-draft.ts';
import classes from './person-form.module.css';

interface NamesFieldProps {
  names: NameDraft[];
  onChange: (names: NameDraft[]) => void;
  isMissing: boolean;
}

export function NamesField({ names, onChange, isMissing }: NamesFieldProps) {
  const { t } = useTranslation('people');
  const change = (key: string, part: Partial<NameDraft>) =>
    onChange(names.map((name) => (name.key === key ? { ...name, ...part } : name)));
  const add = () => onChange([...names, emptyName('alias', `name-${nextNumber(names)}`)]);
  return (
    <Fieldset variant="unstyled" legend={t('form.names')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('form.namesHint')}
      </Text>
      <Stack gap="sm">
        {names.map((name, index) => (
          <NameRow
            key={name.key}
            name={name}
            isFirst={index === 0}
            number={index + 1}
            isMissing={isMissing && index === 0}
            onChange={(part) => change(name.key, part)}
            onRemove={
              names.length > 1
                ? () => onChange(names.filter((other) => other.key !== name.key))
                : undefined
            }
          />
        ))}
      </Stack>
      <Button
        mt="xs"
        size="compact-md"
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('form.addName')}
      </Button>
    </Fieldset>
  );
}

function nextNumber(names: NameDraft[]): number {
  return Math.max(...names.map((name) => Number(name.key.slice('name-'.length)))) + 1;
}

interface NameRowProps {
  name: NameDraft;
  number: number;
  isFirst: boolean;
  isMissing: boolean;
  onChange: (part: Partial<NameDraft>) => void;
  onRemove: (() => void) | undefined;
}

function NameRow({ name, number, isFirst, isMissing, onChange, onRemove }: NameRowProps) {
  const { t } = useTranslation('people');
  const { label } = useLabels();
  const script = scriptOfName(name);
  return (
    <fieldset className={classes.name}>
      <legend className={classes.hiddenLegend}>{t('form.nameNumber', { number })}</legend>
      <TextInput
        className={classes.namePart}
        label={t('form.family')}
        dir="auto"
        maxLength={120}
        autoComplete="off"
        value={name.family}
        error={isMissing ? t('form.nameNeeded') : undefined}
        data-autofocus={isFirst || undefined}
        onChange={(event) => onChange({ family: event.currentTarget.value })}
      />
      <TextInput
        className={classes.namePart}
        label={t('form.given')}
        dir="auto"
        maxLength={120}
        autoComplete="off"
        value={name.given}
        onChange={(event) => onChange({ given: event.currentTarget.value })}
      />
      <NativeSelect
        className={classes.nameKind}
        label={t('form.nameKind')}
        data={choicesOf(nameKinds, 'nameKinds', label)}
        value={name.kind}
        onChange={(event) => {
          const kind = nameKinds.find((one) => one === event.currentTarget.value);
          if (kind) onChange({ kind });
        }}
      />
      {onRemove && (
        <ActionIcon
          className={classes.removeName}
          variant="subtle"
          color="red"
          size="lg"
          aria-label={t('form.removeName')}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
      {script !== 'latin' && (
        <TextInput
          className={classes.transliteration}
          label={t('form.transliteration')}
          description={t('form.script', { script: label('scripts', script) })}
          maxLength={240}
          autoComplete="off"
          value={name.transliteration}
          onChange={(event) => onChange({ transliteration: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
