import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import grid from '#ui/components/form-grid.module.css';
import { LineField, LinesField } from '#ui/components/text-fields.tsx';
import { useOrganisations } from '../directory/use-organisations.ts';
import { useWorkers } from '../people/use-workers.ts';
import type { ActivityDraft } from './activity-draft.ts';
import { useActivityForm } from './use-activity-form.ts';

interface FurtherActivityFieldsProps {
  draft: ActivityDraft;
  onChange: (change: Partial<ActivityDraft>) => void;
}

const texts = [
  ['topic', 160],
  ['community', 160],
  ['place', 160],
  ['territory', 80],
  ['organiser', 160],
] as const;

/** What can wait until after an activity is in the list. */
export function FurtherActivityFields({ draft, onChange }: FurtherActivityFieldsProps) {
  const { t } = useTranslation('activities');
  const workers = useWorkers(draft.workerId);
  const organisations = useOrganisations() ?? [];
  const { bandLists } = useActivityForm();
  return (
    <div className={grid.two}>
      {texts.map(([name, maxLength]) => (
        <LineField
          key={name}
          label={t(`fields.${name}`)}
          maxLength={maxLength}
          value={draft[name]}
          onText={(text) => onChange({ [name]: text || undefined })}
        />
      ))}
      <NativeSelect
        label={t('fields.worker')}
        data={[{ value: '', label: t('fields.nobody') }, ...workers]}
        value={draft.workerId ?? ''}
        onChange={(event) => onChange({ workerId: event.currentTarget.value || undefined })}
      />
      <MultiSelect
        label={t('fields.partners')}
        description={t('fields.partnersHint')}
        searchable
        maxValues={30}
        data={organisations.map(({ id, name, office }) => ({
          value: id,
          label: office ? `${name} – ${office}` : name,
        }))}
        value={draft.partnerIds}
        onChange={(partnerIds) => onChange({ partnerIds })}
      />
      <NativeSelect
        label={t('fields.bands')}
        description={t('fields.bandsHint')}
        data={bandLists}
        value={draft.bands}
        onChange={(event) => onChange({ bands: event.currentTarget.value })}
      />
      <NumberInput
        label={t('fields.volunteers')}
        min={0}
        max={10_000}
        allowDecimal={false}
        value={draft.volunteers ?? ''}
        onChange={(typed) =>
          onChange({ volunteers: typeof typed === 'number' ? typed : undefined })
        }
      />
      <div className={grid.wide}>
        <LinesField
          label={t('fields.note')}
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={draft.note}
          onText={(note) => onChange({ note: note || undefined })}
        />
      </div>
    </div>
  );
}
