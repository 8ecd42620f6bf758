import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Mention } from '#api/erasures.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './mention-review.module.css';
import { useMentions } from './use-erasure.ts';

/** Where a word of the name stands by itself: somebody looks at each place, and covers it with one click. */
export function MentionReview({ personId }: { personId: string }) {
  const { t } = useTranslation('privacy');
  const { data, error, refetch } = useMentions(personId);
  const cover = useMutation({
    mutationFn: (ids: string[]) => vault.erasures.crossOut({ personId, ids }),
    onSuccess: async ({ covered }) => {
      notifyDone(t('erasure.mentions.covered', { count: covered }));
      await refetch();
    },
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={60} />;
  const { items, isCut } = data;
  return (
    <section>
      <Text size="sm">
        {t(items.length > 0 ? 'erasure.mentions.lead' : 'erasure.mentions.none')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('erasure.mentions.whole')}
      </Text>
      <ul className={classes.places}>
        {items.map((one) => (
          <Place
            key={one.id}
            mention={one}
            isBusy={cover.isPending}
            onCover={() => cover.mutate([one.id])}
          />
        ))}
      </ul>
      {isCut && <Text size="sm">{t('erasure.mentions.cut')}</Text>}
      {items.length > 1 && (
        <Group justify="flex-end">
          <Button
            variant="default"
            size="xs"
            loading={cover.isPending}
            onClick={() => cover.mutate(items.map(({ id }) => id))}
          >
            {t('erasure.mentions.coverAll')}
          </Button>
        </Group>
      )}
      <ErrorNotice error={cover.error} />
    </section>
  );
}

interface PlaceProps {
  mention: Mention;
  isBusy: boolean;
  onCover: () => void;
}

function Place({ mention, isBusy, onCover }: PlaceProps) {
  const { t } = useTranslation('privacy');
  const { label } = useLabels();
  const { kind, person, pieces } = mention;
  const whose = person?.listedName ?? t('erasure.mentions.shared');
  return (
    <li className={classes.place}>
      <div className={classes.words}>
        <Text size="sm" fw={600}>
          <NameText>{whose}</NameText>
          <Text span size="sm" c="dimmed">
            {' · '}
            {label('removedKinds', kind)}
          </Text>
        </Text>
        {pieces.map(({ before, word, after }) => (
          <Text key={`${before}${word}${after}`} size="sm" className={classes.piece} dir="auto">
            …{before}
            <mark>{word}</mark>
            {after}…
          </Text>
        ))}
      </div>
      <Button
        variant="default"
        size="xs"
        disabled={isBusy}
        aria-label={t('erasure.mentions.coverOf', { place: whose })}
        onClick={onCover}
      >
        {t('erasure.mentions.cover')}
      </Button>
    </li>
  );
}
