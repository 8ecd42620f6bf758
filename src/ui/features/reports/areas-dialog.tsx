import { ActionIcon, Button, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedAreas } from '#api/report-plans.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';

interface AreaDraft {
  key: number;
  name: string;
  towns: string[];
}

const mostAreas = 20;

interface AreasDialogProps {
  offered: OfferedAreas;
  onClose: () => void;
}

/** Towns told as areas: one way of dividing them for every report, which stands still once one was sent. */
export function AreasDialog({ offered, onClose }: AreasDialogProps) {
  const { t } = useTranslation('report-plans');
  const queries = useQueryClient();
  const [areas, setAreas] = useState<AreaDraft[]>(
    offered.areas.length > 0
      ? offered.areas.map((one, key) => ({ key, ...one }))
      : [{ key: 0, name: '', towns: [] }],
  );
  const saving = useMutation({
    mutationFn: () => vault.areaMaps.save({ areas: areas.map(({ key: _, ...area }) => area) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reports', 'offer'] });
      onClose();
    },
  });
  const change = (key: number, part: Partial<AreaDraft>) =>
    setAreas(areas.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const isComplete =
    areas.length > 0 && areas.every(({ name, towns }) => name.trim() !== '' && towns.length > 0);
  return (
    <FormDialog
      title={t('areas.title')}
      size="lg"
      onClose={onClose}
      onSubmit={() => saving.mutate()}
      error={saving.error}
      isSaving={saving.isPending}
      isComplete={isComplete}
    >
      <Text size="sm">{t('areas.text')}</Text>
      {areas.map((one, at) => (
        <AreaFields
          key={one.key}
          number={at + 1}
          area={one}
          onChange={(part) => change(one.key, part)}
          onRemove={() => setAreas(areas.filter((other) => other !== one))}
        />
      ))}
      {areas.length < mostAreas && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              setAreas([
                ...areas,
                { key: Math.max(-1, ...areas.map(({ key }) => key)) + 1, name: '', towns: [] },
              ])
            }
          >
            {t('areas.add')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

interface AreaFieldsProps {
  number: number;
  area: AreaDraft;
  onChange: (part: Partial<AreaDraft>) => void;
  onRemove: () => void;
}

function AreaFields({ number, area, onChange, onRemove }: AreaFieldsProps) {
  const { t } = useTranslation('report-plans');
  return (
    <Stack gap="xs">
      <TextInput
        label={t('areas.name', { number })}
        required
        maxLength={60}
        value={area.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        rightSection={
          <ActionIcon
            variant="subtle"
            aria-label={t('areas.remove', { number })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        }
      />
      <TagsInput
        label={t('areas.towns', { number })}
        description={t('areas.townsText')}
        maxTags={200}
        maxLength={80}
        splitChars={[',', ';']}
        acceptValueOnBlur
        value={area.towns}
        onChange={(towns) => onChange({ towns })}
      />
    </Stack>
  );
}
