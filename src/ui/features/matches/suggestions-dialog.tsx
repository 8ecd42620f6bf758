import { Alert, Button, Modal, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookingForPlace, Proposal } from '#api/matches.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { ReasonWords } from './reason-words.tsx';

interface SuggestionsDialogProps {
  looking: LookingForPlace;
  onClose: () => void;
}

/** Every place for one person, in an order, with the reason of each point. */
export function SuggestionsDialog({ looking, onClose }: SuggestionsDialogProps) {
  const { t } = useTranslation(['matches', 'common']);
  const [chosen, setChosen] = useState<Proposal>();
  const { enrolmentId, listedName } = looking;
  const { data, error } = useQuery({
    queryKey: ['programmes', 'suggest', enrolmentId],
    queryFn: () => vault.matches.suggest({ enrolmentId }),
  });
  if (chosen) {
    return <DecideDialog looking={looking} place={chosen} onClose={onClose} />;
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={
        <>
          {t('suggest.open')}: <NameText>{listedName}</NameText>
        </>
      }
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Alert>{t('suggest.hint')}</Alert>
        <ErrorNotice error={error} />
        {!data && !error && <Skeleton height={90} />}
        {data?.items.length === 0 && <p>{t('places.empty')}</p>}
        <ol className={lines.lines}>
          {data?.items.map((place) => (
            <li key={place.placeId} className={lines.line}>
              <div className={lines.words}>
                <p className={lines.name}>{t('suggest.place', place)}</p>
                <p className={lines.soft}>
                  <ReasonWords reasons={place.reasons} against={place.against} />
                </p>
              </div>
              {place.against.length === 0 && (
                <Button
                  size="compact-md"
                  variant="light"
                  aria-label={t('decide.of', { name: place.name })}
                  onClick={() => setChosen(place)}
                >
                  {t('decide.open')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Stack>
    </Modal>
  );
}
