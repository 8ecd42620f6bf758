import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Erasure } from '#api/erasures.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DocumentDrawer } from '../documents/document-drawer.tsx';
import { useErasures } from './use-erasure.ts';

const tones: Record<Erasure['check'], TagTone> = {
  clean: 'good',
  found: 'bad',
  cutShort: 'attention',
};

/** Certificates: that it was done, never of whom. */
export function ErasuresDonePanel() {
  const { t } = useTranslation('privacy');
  const dates = useDates();
  const { label } = useLabels();
  const { current: language } = useLanguage();
  const [shown, setShown] = useState<string>();
  const { data, error, refetch } = useErasures();
  return (
    <Panel title={t('done.title')} hint={t('done.hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={60} />}
      {data?.done.length === 0 && <p className={lines.soft}>{t('done.none')}</p>}
      <ul className={lines.lines}>
        {data?.done.map((one) => (
          <li key={one.id} className={lines.line}>
            <div className={lines.words}>
              <p className={lines.name}>
                {dates.day(one.doneOn)} · {label('erasureManners', one.manner)}{' '}
                <Tag tone={tones[one.check]}>{t(`done.checks.${one.check}`)}</Tag>
              </p>
              <p className={lines.soft}>
                {t('done.by', { proposer: one.proposedBy, confirmer: one.confirmedBy })}
              </p>
            </div>
            <Button
              variant="default"
              size="compact-md"
              aria-label={t('done.certificateOf', { date: dates.day(one.doneOn) })}
              onClick={() => setShown(one.id)}
            >
              {t('done.certificate')}
            </Button>
          </li>
        ))}
      </ul>
      {shown && (
        <DocumentDrawer
          documentKey={['certificate', shown, language]}
          label={t('done.certificate')}
          load={() => vault.erasures.certificate({ id: shown, language })}
          save={({ grant }) => vault.erasures.saveCertificate({ id: shown, language, grant })}
          onClose={() => setShown(undefined)}
        />
      )}
    </Panel>
  );
}
