import { ActionIcon, Button, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './network.module.css';

export interface NeedLine {
  key: number;
  need: string | null;
  words: string;
}

let lastKey = 0;

/** A line, with a key of its own so that removing one leaves the others alone. */
export function newNeed(given: { need?: string; words?: string | undefined } = {}): NeedLine {
  lastKey += 1;
  return { key: lastKey, need: given.need ?? null, words: given.words ?? '' };
}

const MOST_NEEDS = 40;

interface NeedFieldsProps {
  needs: NeedLine[];
  onChange: (needs: NeedLine[]) => void;
}

/** What was asked for: a code to count by, and the words they used. */
export function NeedFields({ needs, onChange }: NeedFieldsProps) {
  const { t } = useTranslation(['network', 'common']);
  const labels = useLabels();
  const put = (line: NeedLine, part: Partial<NeedLine>) =>
    onChange(needs.map((one) => (one === line ? { ...line, ...part } : one)));
  return (
    <fieldset className={classes.group}>
      <legend>{t('needs.raised')}</legend>
      <Stack gap="sm" align="stretch">
        {needs.map((line, index) => (
          <div key={line.key} className={classes.need}>
            <Select
              label={t('needs.need', { number: index + 1 })}
              placeholder={t('common:forms.chooseOne')}
              searchable
              data={labels.choices('communityNeeds')}
              value={line.need}
              onChange={(need) => put(line, { need })}
            />
            <TextInput
              label={t('needs.words')}
              dir="auto"
              maxLength={300}
              value={line.words}
              onChange={(event) => put(line, { words: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('needs.remove', { number: index + 1 })}
              onClick={() => onChange(needs.filter((one) => one !== line))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {needs.length < MOST_NEEDS && (
          <div>
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => onChange([...needs, newNeed()])}
            >
              {t('needs.add')}
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
