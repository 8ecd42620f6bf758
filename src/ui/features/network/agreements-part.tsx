import { Button, Skeleton } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '#api/network.ts';
import { agreementStateOn } from '#domain/network/agreement.ts';
import { useSession } from '#ui/app/session.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { AgreementDialog } from './agreement-dialog.tsx';
import classes from './network.module.css';
import { useAgreements } from './use-network.ts';

interface AgreementsPartProps {
  programmeId?: string | undefined;
  /** On the page of one body: only with it. */
  organisationId?: string | undefined;
}

/** With whom something was agreed, until when, and what is different since. */
export function AgreementsPart({ programmeId, organisationId }: AgreementsPartProps) {
  const { t } = useTranslation('network');
  const [edited, setEdited] = useState<Agreement | 'new'>();
  const { data, error, refetch } = useAgreements({ programmeId, organisationId });
  return (
    <Panel
      title={t('agreements.title')}
      hint={!organisationId && t('agreements.hint')}
      actions={
        <Button variant={organisationId ? 'default' : 'filled'} onClick={() => setEdited('new')}>
          {t('agreements.add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={80} />}
      {data?.items.length === 0 &&
        (organisationId ? (
          <p className={lines.soft}>{t('agreements.none')}</p>
        ) : (
          <EmptyState icon={<IconSignature size={28} />} title={t('agreements.empty')}>
            {t('agreements.emptyText')}
          </EmptyState>
        ))}
      <ul className={lines.lines} aria-label={t('agreements.title')}>
        {data?.items.map((one) => (
          <li key={one.id} className={lines.line}>
            <AgreementLine
              agreement={one}
              namesBody={!organisationId}
              onEdit={() => setEdited(one)}
            />
          </li>
        ))}
      </ul>
      {edited && (
        <AgreementDialog
          agreement={edited === 'new' ? undefined : edited}
          programmeId={programmeId}
          organisationId={organisationId}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

const tones = { none: 'neutral', notYet: 'calm', valid: 'good', expired: 'bad' } as const;

interface AgreementLineProps {
  agreement: Agreement;
  namesBody: boolean;
  onEdit: () => void;
}

function AgreementLine({ agreement, namesBody, onEdit }: AgreementLineProps) {
  const { t } = useTranslation('network');
  const { today } = useSession();
  const dates = useDates();
  const { label } = useLabels();
  const { details, organisationName, programmeName, referralsSince } = agreement;
  const { organisationId, title, signedOn, expiresOn, services, changed } = details;
  const state = agreementStateOn(details, today);
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {namesBody ? (
            <Link to="/directory/$organisationId" params={{ organisationId }}>
              {organisationName}
            </Link>
          ) : (
            <bdi>{title}</bdi>
          )}{' '}
          <Tag tone={tones[state]}>{t(`agreements.states.${state}`)}</Tag>
        </p>
        <p className={lines.soft}>
          {inOneLine([
            namesBody && title !== organisationName && title,
            expiresOn
              ? t('agreements.fromTo', { from: dates.day(signedOn), to: dates.day(expiresOn) })
              : t('agreements.since', { from: dates.day(signedOn) }),
            programmeName,
            referralsSince > 0 && t('agreements.referrals', { count: referralsSince }),
          ])}
        </p>
        {services.length > 0 && (
          <p className={lines.soft}>
            {t('agreements.opens', {
              services: listed(services.map((code) => label('serviceTypes', code))),
            })}
          </p>
        )}
        {changed && (
          <p className={classes.changed}>
            <bdi>{changed}</bdi>
          </p>
        )}
      </div>
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('agreements.editOf', { title: `${organisationName}, ${title}` })}
        onClick={onEdit}
      >
        {t('edit')}
      </Button>
    </>
  );
}
