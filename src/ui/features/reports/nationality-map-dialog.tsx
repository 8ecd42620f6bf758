import { ActionIcon, Button, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NationalityMap } from '#api/report-plans.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';

interface GroupDraft {
  key: number;
  name: string;
  countries: string[];
}

interface NationalityMapDialogProps {
  /** Absent: a new one. */
  map?: NationalityMap | undefined;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** Nationalities told as groups; from the first report on the groups stay as they are. */
export function NationalityMapDialog({ map, onClose, onSaved }: NationalityMapDialogProps) {
  const { t } = useTranslation('report-plans');
  const queries = useQueryClient();
  const [name, setName] = useState(map?.name ?? '');
  const [groups, setGroups] = useState<GroupDraft[]>(
    map?.groups.map((group, key) => ({ key, ...group })) ?? [{ key: 0, name: '', countries: [] }],
  );
  const saving = useMutation({
    mutationFn: () =>
      vault.nationalityMaps.save({
        ...(map ? { id: map.id } : {}),
        details: { name, groups: groups.map(({ key: _, ...group }) => group) },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['reports', 'offer'] });
      onSaved(id);
      onClose();
    },
  });
  const change = (key: number, part: Partial<GroupDraft>) =>
    setGroups(groups.map((group) => (group.key === key ? { ...group, ...part } : group)));
  const isComplete =
    name.trim() !== '' &&
    groups.length > 0 &&
    groups.every((group) => group.name.trim() !== '' && group.countries.length > 1);
  return (
    <FormDialog
      title={t('maps.title')}
      size="lg"
      onClose={onClose}
      onSubmit={() => saving.mutate()}
      error={saving.error}
      isSaving={saving.isPending}
      isComplete={isComplete}
      saveLabel={t('maps.save')}
    >
      <Text size="sm">{t('maps.text')}</Text>
      <TextInput
        label={t('maps.name')}
        required
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {groups.map((group, at) => (
        <GroupFields
          key={group.key}
          number={at + 1}
          group={group}
          taken={groups.filter((one) => one !== group).flatMap(({ countries }) => countries)}
          onChange={(part) => change(group.key, part)}
          onRemove={() => setGroups(groups.filter((one) => one !== group))}
        />
      ))}
      {groups.length < 30 && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              setGroups([
                ...groups,
                { key: Math.max(-1, ...groups.map(({ key }) => key)) + 1, name: '', countries: [] },
              ])
            }
          >
            {t('maps.addGroup')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

interface GroupFieldsProps {
  number: number;
  group: GroupDraft;
  /** Countries of other groups: each is in one. */
  taken: readonly string[];
  onChange: (part: Partial<GroupDraft>) => void;
  onRemove: () => void;
}

function GroupFields({ number, group, taken, onChange, onRemove }: GroupFieldsProps) {
  const { t } = useTranslation('report-plans');
  const { countries } = useLabels();
  return (
    <Stack gap="xs">
      <TextInput
        label={t('maps.groupName', { number })}
        required
        maxLength={60}
        value={group.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        rightSection={
          <ActionIcon
            variant="subtle"
            aria-label={t('maps.removeGroup', { number })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        }
      />
      <MultiSelect
        label={t('maps.countries', { number })}
        searchable
        data={countries.filter(({ value }) => !taken.includes(value))}
        value={group.countries}
        onChange={(chosen) => onChange({ countries: chosen })}
        limit={60}
        nothingFoundMessage={t('design.nothingFound')}
      />
    </Stack>
  );
}
