import { Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import { criterionOf, type MigrantAssociation } from '#domain/directory/migrant-association.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { Tag } from '#ui/components/tag.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { useCommunities } from '../network/use-communities.ts';
import { draftOf, toOrganisationInput } from './organisation-draft.ts';
import { outcomeTones } from './outcome-tones.ts';

interface Share {
  all: number | undefined;
  migrants: number | undefined;
}

interface Draft extends Omit<MigrantAssociation, 'members' | 'board' | 'registered'> {
  members: Share;
  board: Share;
  isRegistered: boolean;
  registerNumber: string;
  registeredOn: string | undefined;
}

const shareOf = ({ all, migrants }: Share) =>
  all !== undefined && migrants !== undefined && all > 0 ? { all, migrants } : undefined;

/** Half a share, or more migrants than people. */
const isWrong = ({ all, migrants }: Share) =>
  (all === undefined) !== (migrants === undefined) || (migrants ?? 0) > (all ?? 0);

function detailsIn(draft: Draft): MigrantAssociation | undefined {
  const { members, board, isRegistered, registerNumber, registeredOn, ...rest } = draft;
  if (isWrong(members) || isWrong(board)) return undefined;
  const [counted, ofBoard] = [shareOf(members), shareOf(board)];
  return {
    ...rest,
    ...(counted ? { members: counted } : {}),
    ...(ofBoard ? { board: ofBoard } : {}),
    ...(isRegistered
      ? {
          registered: {
            ...(registerNumber.trim() ? { number: registerNumber } : {}),
            ...(registeredOn ? { on: registeredOn } : {}),
          },
        }
      : {}),
  };
}

const emptyShare: Share = { all: undefined, migrants: undefined };

function startOf({ members, board, registered, ...rest }: MigrantAssociation): Draft {
  return {
    ...rest,
    members: members ?? emptyShare,
    board: board ?? emptyShare,
    isRegistered: registered !== undefined,
    registerNumber: registered?.number ?? '',
    registeredOn: registered?.on,
  };
}

interface AssociationDialogProps {
  organisation: Organisation;
  start: MigrantAssociation;
  onClose: () => void;
}

/** The facts the criterion is computed from, and what else a mapping asks. */
export function AssociationDialog({ organisation, start, onClose }: AssociationDialogProps) {
  const { t } = useTranslation('network');
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'associationProfile',
    subjectId: organisation.id,
    basis: organisation.revision,
    start: startOf(start),
  });
  const association = detailsIn(values);
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: MigrantAssociation) =>
      vault.organisations.save({
        ...toOrganisationInput({ ...draftOf(organisation), association: given }),
        id: organisation.id,
        revision: organisation.revision,
      }),
    onSuccess: () => {
      notifyDone(t('association.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('association.title')}
      size="xl"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => association && save.mutate(association)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={association !== undefined}
    >
      <CriterionFields values={values} change={change} />
      {association && (
        <div role="status">
          <Tag tone={outcomeTones[criterionOf(association).outcome]}>
            {t(`association.outcomes.${criterionOf(association).outcome}`)}
          </Tag>
        </div>
      )}
      <ProfileFields values={values} change={change} />
    </FormDialog>
  );
}

interface FieldsProps {
  values: Draft;
  change: (part: Partial<Draft>) => void;
}

function CriterionFields({ values, change }: FieldsProps) {
  const { t } = useTranslation('network');
  const founded = values.foundedByMigrants;
  return (
    <>
      <ChoiceChips
        label={t('association.foundedQuestion')}
        choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
          value,
          label: t(`association.held.${value}`),
        }))}
        value={founded === undefined ? 'unknown' : founded ? 'yes' : 'no'}
        onChange={(chosen) =>
          change({ foundedByMigrants: chosen === 'unknown' ? undefined : chosen === 'yes' })
        }
      />
      <div className={grid.two}>
        {(['members', 'board'] as const).map((part) => (
          <ShareFields
            key={part}
            part={part}
            share={values[part]}
            onChange={(share) => change({ [part]: share })}
          />
        ))}
      </div>
    </>
  );
}

interface ShareFieldsProps {
  part: 'members' | 'board';
  share: Share;
  onChange: (share: Share) => void;
}

function ShareFields({ part, share, onChange }: ShareFieldsProps) {
  const { t } = useTranslation('network');
  return (
    <div className={grid.two}>
      {(['all', 'migrants'] as const).map((field) => (
        <NumberInput
          key={field}
          label={t(`association.${part}.${field}`)}
          description={field === 'migrants' ? t('association.migrantsHint') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          error={
            field === 'migrants' && (share.migrants ?? 0) > (share.all ?? Number.POSITIVE_INFINITY)
              ? t('association.tooMany')
              : undefined
          }
          value={share[field] ?? ''}
          onChange={(typed) =>
            onChange({ ...share, [field]: typeof typed === 'number' ? typed : undefined })
          }
        />
      ))}
    </div>
  );
}

function ProfileFields({ values, change }: FieldsProps) {
  const { t } = useTranslation(['network', 'common']);
  const labels = useLabels();
  const communities = useCommunities();
  const clear = { 'aria-label': t('common:actions.clear') };
  const choice = (
    field: 'legalForm' | 'reach' | 'membersBand',
    list: 'associationForms' | 'associationReaches' | 'memberBands',
  ) => (
    <Select
      label={t(`association.${field === 'membersBand' ? 'size' : field}`)}
      clearable
      clearButtonProps={clear}
      data={labels.choices(list)}
      value={values[field] ?? null}
      onChange={(chosen) => change({ [field]: chosen ?? undefined })}
    />
  );
  return (
    <div className={grid.two}>
      <MultiSelect
        label={t('association.communities')}
        searchable
        limit={60}
        clearable
        clearButtonProps={clear}
        data={communities.groups}
        value={values.communities}
        onChange={(chosen) => change({ communities: chosen })}
      />
      <MultiSelect
        label={t('association.fields')}
        searchable
        clearable
        clearButtonProps={clear}
        data={labels.choices('activityFields')}
        value={values.fields}
        onChange={(fields) => change({ fields })}
      />
      {choice('reach', 'associationReaches')}
      {choice('legalForm', 'associationForms')}
      {values.members.all === undefined && choice('membersBand', 'memberBands')}
      <NumberInput
        label={t('association.foundedIn')}
        min={1850}
        max={2199}
        allowDecimal={false}
        hideControls
        thousandSeparator=""
        value={values.foundedIn ?? ''}
        onChange={(typed) => change({ foundedIn: typeof typed === 'number' ? typed : undefined })}
      />
      <Checkbox
        className={grid.wide}
        label={t('association.isRegistered')}
        description={t('association.isRegisteredHint')}
        checked={values.isRegistered}
        onChange={(event) => change({ isRegistered: event.currentTarget.checked })}
      />
      {values.isRegistered && (
        <>
          <TextInput
            label={t('association.registerNumber')}
            maxLength={60}
            value={values.registerNumber}
            onChange={(event) => change({ registerNumber: event.currentTarget.value })}
          />
          <DateField
            label={t('association.registeredOn')}
            value={values.registeredOn}
            onChange={(registeredOn) => change({ registeredOn })}
          />
        </>
      )}
      <Checkbox
        className={grid.wide}
        label={t('association.isOurs')}
        description={t('association.isOursHint')}
        checked={values.isOurs}
        onChange={(event) => change({ isOurs: event.currentTarget.checked })}
      />
    </div>
  );
}
