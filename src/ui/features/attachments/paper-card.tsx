import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#api/attachments.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import { useSession } from '#ui/app/session.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './paper-card.module.css';
import { PaperThumbnail } from './paper-thumbnail.tsx';

/** Renewals are asked for about two months before a permit ends. */
const EXPIRES_SOON_DAYS = 60;

export function PaperCard({ paper, onOpen }: { paper: Attachment; onOpen: () => void }) {
  const { t } = useTranslation('attachments');
  const dates = useDates();
  const labels = useLabels();
  const { today } = useSession();
  const { title, kind, documentOn, expiresOn, original, isPortrait } = paper.details;
  const kindLabel = labels.label('attachmentKinds', kind);
  const isExpired = expiresOn !== undefined && expiresOn < today;
  const endsSoon = expiresOn !== undefined && expiresOn <= addDays(today, EXPIRES_SOON_DAYS);
  if (paper.tier === 'withheld' || paper.tier === 'photo') {
    return (
      <div className={classes.card}>
        <PaperThumbnail id={paper.id} mediaType={paper.mediaType} isRestricted />
        <span className={classes.words}>
          <span className={classes.title}>{t(`${paper.tier}Title`)}</span>
          <span className={classes.facts}>{t(`${paper.tier}Text`)}</span>
        </span>
      </div>
    );
  }
  return (
    <UnstyledButton className={classes.card} onClick={onOpen}>
      <PaperThumbnail
        id={paper.id}
        mediaType={paper.mediaType}
        isRestricted={paper.tier === 'restricted'}
      />
      <span className={classes.words}>
        <span className={classes.title}>
          <bdi>{title || kindLabel}</bdi>
        </span>
        <span className={classes.facts}>
          {title && `${kindLabel} · `}
          {documentOn ? dates.day(documentOn) : t('addedOn', { date: dates.day(paper.addedOn) })}
        </span>
        <span className={classes.tags}>
          {paper.tier === 'restricted' && <Tag>{t('restrictedTag')}</Tag>}
          {expiresOn && (
            <Tag tone={isExpired ? 'bad' : endsSoon ? 'attention' : 'calm'}>
              {t(isExpired ? 'expired' : 'expires', { date: dates.day(expiresOn) })}
            </Tag>
          )}
          {original === 'held' && (
            <Tag tone="attention">{labels.label('originalStates', original)}</Tag>
          )}
          {isPortrait && <Tag>{t('portraitTag')}</Tag>}
        </span>
      </span>
    </UnstyledButton>
  );
}
