import { Alert, Button, Modal, Skeleton, Stack, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf, VaultContract } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { ReasonWords } from './reason-words.tsx';

type Arranged = OutputOf<VaultContract, 'matches.arrange'>;

interface ArrangementDialogProps {
  programmeId: string;
  onClose: () => void;
}

/** Everybody and all places together, so that nobody takes the only place that suits another. */
export function ArrangementDialog({ programmeId, onClose }: ArrangementDialogProps) {
  const { t } = useTranslation(['matches', 'common']);
  const [chosen, setChosen] = useState<Arranged['items'][number]>();
  const { data, error } = useQuery({
    queryKey: ['programmes', 'arrange', programmeId],
    queryFn: () => vault.matches.arrange({ programmeId }),
  });
  if (chosen) {
    const back = () => setChosen(undefined);
    return <DecideDialog looking={chosen} place={chosen.place} onClose={back} />;
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('arrange.open')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Alert>{t('arrange.hint')}</Alert>
        <ErrorNotice error={error} />
        {!data && !error && <Skeleton height={120} />}
        <ul className={lines.lines}>
          {data?.items.map((one) => (
            <li key={one.enrolmentId} className={lines.line}>
              <div className={lines.words}>
                <p className={lines.name}>
                  <NameText>{one.listedName}</NameText> <IconArrowRight size={16} aria-hidden />{' '}
                  {t('suggest.place', one.place)}
                </p>
                <p className={lines.soft}>
                  <ReasonWords reasons={one.place.reasons} />
                </p>
              </div>
              <Button
                size="compact-md"
                variant="light"
                aria-label={t('decide.of', { name: one.place.name })}
                onClick={() => setChosen(one)}
              >
                {t('decide.open')}
              </Button>
            </li>
          ))}
        </ul>
        {data && data.without.length > 0 && <Without without={data.without} />}
      </Stack>
    </Modal>
  );
}

function Without({ without }: Pick<Arranged, 'without'>) {
  const { t } = useTranslation('matches');
  return (
    <div>
      <Title order={3}>{t('arrange.without')}</Title>
      <ul className={lines.lines}>
        {without.map(({ enrolmentId, listedName, why }) => (
          <li key={enrolmentId} className={lines.line}>
            <div className={lines.words}>
              <NameText>{listedName}</NameText>: {t(`arrange.${why}`)}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
