import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './draft-offer.module.css';
import type { DraftInHand } from './use-draft.ts';
import { useWhen } from './use-when.ts';

interface DraftOfferProps {
  draft: DraftInHand;
  /** The form. It waits while the question stands, so that nothing can be typed over the draft. */
  children: ReactNode;
}

export function DraftOffer({ draft, children }: DraftOfferProps) {
  const { t } = useTranslation('drafts');
  const when = useWhen();
  const isOffered = draft.stage === 'offered';
  return (
    <>
      {isOffered && (
        <Alert
          color="petrol"
          mb="md"
          icon={<IconPencil aria-hidden />}
          title={t('offerTitle', { when: when(draft.changedAt ?? '') })}
        >
          <Stack gap="sm">
            <Text size="md">{t(draft.isOutdated ? 'offerOutdated' : 'offerText')}</Text>
            <Group gap="sm">
              <Button onClick={draft.resume} data-autofocus>
                {t('resume')}
              </Button>
              <Button variant="default" onClick={draft.discard}>
                {t('discard')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      {draft.stage === 'discarded' && (
        <Alert color="gray" mb="md">
          <Group gap="sm" justify="space-between">
            <Text size="md">{t('discarded')}</Text>
            <Button variant="default" size="compact-md" onClick={draft.resume}>
              {t('takeBack')}
            </Button>
          </Group>
        </Alert>
      )}
      <div inert={isOffered} className={classes.form}>
        {children}
      </div>
    </>
  );
}
