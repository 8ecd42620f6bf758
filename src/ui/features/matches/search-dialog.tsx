import { Checkbox, NumberInput, TagsInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LookingForPlace } from '#api/matches.ts';
import type { SearchDetails } from '#domain/programmes/matching.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface SearchDialogProps {
  looking: LookingForPlace;
  onClose: () => void;
}

const empty: SearchDetails = {
  size: 1,
  skills: [],
  kinTowns: [],
  hasSchoolChildren: false,
  needsStepFree: false,
};

/** What somebody needs of a place, and what could bind them to it. */
export function SearchDialog({ looking, onClose }: SearchDialogProps) {
  const { t } = useTranslation('matches');
  const { enrolmentId, personId, listedName, search } = looking;
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<SearchDetails>({
    form: 'match',
    subjectId: `${enrolmentId}:search`,
    personId,
    start: search ?? empty,
  });
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: () => vault.placeSearches.save({ enrolmentId, details: draft }),
    onSuccess: () => {
      notifyDone(t('searches.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={
        <>
          {t('searches.needs')}: <NameText>{listedName}</NameText>
        </>
      }
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
    >
      <div className={grid.two}>
        <NumberInput
          label={t('searches.size')}
          required
          data-autofocus
          min={1}
          max={30}
          allowDecimal={false}
          value={draft.size}
          onChange={(typed) => typeof typed === 'number' && change({ size: typed })}
        />
        <TagsInput
          label={t('searches.kinTowns')}
          description={t('enterHint')}
          maxTags={12}
          value={draft.kinTowns}
          onChange={(kinTowns) => change({ kinTowns })}
        />
        <TagsInput
          label={t('searches.skills')}
          description={t('enterHint')}
          maxTags={12}
          value={draft.skills}
          onChange={(skills) => change({ skills })}
        />
        <div>
          <Checkbox
            mt="lg"
            label={t('searches.school')}
            checked={draft.hasSchoolChildren}
            onChange={(event) => change({ hasSchoolChildren: event.currentTarget.checked })}
          />
          <Checkbox
            mt="xs"
            label={t('searches.stepFree')}
            checked={draft.needsStepFree}
            onChange={(event) => change({ needsStepFree: event.currentTarget.checked })}
          />
        </div>
        <DateField label={t('from')} value={draft.from} onChange={(from) => change({ from })} />
        <DateField label={t('until')} value={draft.until} onChange={(until) => change({ until })} />
      </div>
    </FormDialog>
  );
}
