import { ActionIcon, Button, Fieldset, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameKinds, nameSources } from '#domain/names/person-name.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { Folded } from '#ui/components/folded.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { emptyName, type NameDraft, scriptOfName } from './person-draft.ts';
import classes from './person-form.module.css';

interface NamesFieldProps {
  names: NameDraft[];
  onChange: (names: NameDraft[]) => void;
  isMissing: boolean;
  /** Where each is written and since when: not while somebody is being registered. */
  asksOrigin: boolean;
}

export function NamesField({ names, onChange, isMissing, asksOrigin }: NamesFieldProps) {
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
            asksOrigin={asksOrigin}
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
  asksOrigin: boolean;
  onChange: (part: Partial<NameDraft>) => void;
  onRemove: (() => void) | undefined;
}

function NameRow(props: NameRowProps) {
  const { name, number, isFirst, isMissing, onChange, onRemove } = props;
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
      {props.asksOrigin && (
        <div className={classes.nameMore}>
          <NameOrigin name={name} onChange={onChange} />
        </div>
      )}
    </fieldset>
  );
}

/** Where the spelling was read and while which it was theirs: asked for by offices, never at the door. */
function NameOrigin({ name, onChange }: Pick<NameRowProps, 'name' | 'onChange'>) {
  const { t } = useTranslation(['people', 'common']);
  const { label } = useLabels();
  const isSaid = Boolean(name.source ?? name.fromOn ?? name.toOn);
  const endsFirst = Boolean(name.fromOn && name.toOn && name.toOn < name.fromOn);
  return (
    <Folded label={t('form.nameOrigin')} startsOpen={isSaid}>
      <div className={classes.nameOrigin}>
        <NativeSelect
          label={t('form.nameSource')}
          data={[{ value: '', label: '' }, ...choicesOf(nameSources, 'nameSources', label)]}
          value={name.source ?? ''}
          onChange={(event) => {
            const source = nameSources.find((one) => one === event.currentTarget.value);
            onChange({ source: source ?? null });
          }}
        />
        <DateField
          label={t('form.nameFrom')}
          value={name.fromOn}
          onChange={(fromOn) => onChange({ fromOn })}
        />
        <DateField
          label={t('form.nameTo')}
          value={name.toOn}
          error={endsFirst ? t('form.nameEndsFirst') : undefined}
          onChange={(toOn) => onChange({ toOn })}
        />
      </div>
    </Folded>
  );
}
