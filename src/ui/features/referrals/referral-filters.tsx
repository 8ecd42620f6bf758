import { Checkbox, NativeSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type ReferralState,
  referralStates,
  type Urgency,
  urgencies,
} from '#domain/referrals/referral.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useOrganisations } from '../directory/use-organisations.ts';
import classes from './referrals.module.css';

export interface ReferralFilterDraft {
  state?: ReferralState | undefined;
  urgency?: Urgency | undefined;
  organisationId?: string | undefined;
  onlyOverdue: boolean;
  onlyMine: boolean;
  showClosed: boolean;
}

export const emptyFilter: ReferralFilterDraft = {
  onlyOverdue: false,
  onlyMine: false,
  showClosed: false,
};

export const isFiltered = (filter: ReferralFilterDraft) =>
  JSON.stringify({ ...filter, showClosed: false }) !== JSON.stringify(emptyFilter);

interface ReferralFiltersProps {
  filter: ReferralFilterDraft;
  onChange: (part: Partial<ReferralFilterDraft>) => void;
}

export function ReferralFilters({ filter, onChange }: ReferralFiltersProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const { label } = useLabels();
  const organisations = useOrganisations({ showArchived: true }) ?? [];
  const any = { value: '', label: t('list.any') };
  return (
    <div className={classes.filters}>
      <NativeSelect
        label={t('fields.state')}
        data={[any, ...choicesOf(referralStates, 'referralStates', label)]}
        value={filter.state ?? ''}
        onChange={(event) =>
          onChange({ state: referralStates.find((one) => one === event.currentTarget.value) })
        }
      />
      <NativeSelect
        label={t('fields.urgency')}
        data={[any, ...choicesOf(urgencies, 'urgencies', label)]}
        value={filter.urgency ?? ''}
        onChange={(event) =>
          onChange({ urgency: urgencies.find((one) => one === event.currentTarget.value) })
        }
      />
      <Select
        label={t('fields.organisation')}
        placeholder={t('list.any')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={organisations.map(({ id, name, office }) => ({
          value: id,
          label: office ? `${name} – ${office}` : name,
        }))}
        value={filter.organisationId ?? null}
        onChange={(id) => onChange({ organisationId: id ?? undefined })}
      />
      <div className={classes.checks}>
        <Checkbox
          label={t('list.onlyOverdue')}
          checked={filter.onlyOverdue}
          onChange={(event) => onChange({ onlyOverdue: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('list.onlyMine')}
          checked={filter.onlyMine}
          onChange={(event) => onChange({ onlyMine: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('list.showClosed')}
          checked={filter.showClosed}
          onChange={(event) => onChange({ showClosed: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}
