import { Button, Skeleton, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import type { Organisation } from '#api/directory.ts';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { AgreementsPart } from '../network/agreements-part.tsx';
import { AssociationPanel } from './association-panel.tsx';
import classes from './directory.module.css';
import { OrganisationTags } from './organisation-tags.tsx';
import { useOrganisation } from './use-organisations.ts';

export function OrganisationPage() {
  const { t } = useTranslation(['directory', 'common']);
  const { label } = useLabels();
  const { organisationId } = useParams({ from: '/directory/$organisationId' });
  const { data, error, refetch } = useOrganisation(organisationId);
  if (!data) {
    return error ? (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height={320} />
    );
  }
  const { organisation } = data;
  return (
    <>
      <BackLink to="/directory">{t('page.back')}</BackLink>
      <PageHeading
        lead={
          <>
            {inOneLine([
              label('organisationKinds', organisation.kind),
              organisation.office,
              organisation.place,
            ])}{' '}
            <OrganisationTags organisation={organisation} />
          </>
        }
        actions={
          <>
            <ArchiveButton organisation={organisation} />
            <LinkButton
              to="/directory/$organisationId/edit"
              params={{ organisationId }}
              variant="default"
              leftSection={<IconPencil size={18} aria-hidden />}
            >
              {t('common:actions.edit')}
            </LinkButton>
          </>
        }
      >
        {organisation.name}
      </PageHeading>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t('page.reach')}>
            <Reach organisation={organisation} />
          </Panel>
          <AssociationPanel organisation={organisation} />
          <Contacts organisation={organisation} />
        </div>
        <div className={classes.column}>
          <Verification organisation={organisation} />
          <Panel title={t('page.offer')}>
            <Offer organisation={organisation} />
          </Panel>
          <AgreementsPart organisationId={organisationId} />
          <ReferralCounts organisationId={organisationId} counts={data.referralCounts} />
        </div>
      </div>
    </>
  );
}

function Reach({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['directory', 'vocabularies']);
  const { address, phone, email, pec, openingHours, accessRules } = organisation;
  const hours = openingHours.map(
    ({ weekday, hours: open }) => `${t(`vocabularies:weekdays.${weekday}`)}: ${open}`,
  );
  return (
    <FactList
      facts={[
        { label: t('fields.address'), value: address && <bdi dir="auto">{address}</bdi> },
        { label: t('fields.phone'), value: phone && <bdi dir="ltr">{phone}</bdi> },
        { label: t('fields.email'), value: email && <bdi dir="ltr">{email}</bdi> },
        { label: t('fields.pec'), value: pec && <bdi dir="ltr">{pec}</bdi> },
        { label: t('fields.openingHours'), value: hours.join('\n') },
        {
          label: t('fields.accessRules'),
          value: accessRules && <bdi dir="auto">{accessRules}</bdi>,
        },
      ]}
    />
  );
}

function Offer({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('directory');
  const labels = useLabels();
  const { services, languages, note } = organisation;
  return (
    <FactList
      facts={[
        {
          label: t('fields.services'),
          value: listed(services.map((code) => labels.label('serviceTypes', code))),
        },
        { label: t('fields.languages'), value: listed(languages.map(labels.language)) },
        { label: t('fields.note'), value: note && <bdi dir="auto">{note}</bdi> },
      ]}
    />
  );
}

function Contacts({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('directory');
  if (organisation.contacts.length === 0) return null;
  return (
    <Panel title={t('form.contacts')}>
      <ul className={classes.contacts}>
        {organisation.contacts.map((contact) => (
          <li key={JSON.stringify(contact)}>
            <strong dir="auto">{contact.name}</strong>
            {contact.role && (
              <span className={classes.soft}>
                {' · '}
                <bdi>{contact.role}</bdi>
              </span>
            )}
            {contact.body && <span className={classes.soft}> · {t(`bodies.${contact.body}`)}</span>}
            <span className={classes.ways}>
              {[contact.phone, contact.email, contact.pec].filter(Boolean).map((way) => (
                <bdi key={way} dir="ltr">
                  {way}
                </bdi>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Verification({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('directory');
  const dates = useDates();
  const { id, verifiedOn, verifiedBy } = organisation;
  const confirm = useMutation({
    mutationFn: () => vault.organisations.confirm({ id }),
    onSuccess: () => notifyDone(t('page.confirmed')),
  });
  return (
    <Panel title={t('page.verification')}>
      <Text mb="sm">
        {verifiedOn
          ? t('page.verifiedOn', { date: dates.day(verifiedOn), name: verifiedBy ?? '' })
          : t('page.neverVerified')}
      </Text>
      <ErrorNotice error={confirm.error} />
      <Button variant="default" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('page.confirm')}
      </Button>
    </Panel>
  );
}

function ArchiveButton({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('directory');
  const { id, isArchived } = organisation;
  const archive = useMutation({
    mutationFn: () =>
      isArchived ? vault.organisations.reopen({ id }) : vault.organisations.close({ id }),
    onSuccess: () => notifyDone(t(isArchived ? 'page.reopened' : 'page.archived')),
  });
  return (
    <Button variant="subtle" loading={archive.isPending} onClick={() => archive.mutate()}>
      {t(isArchived ? 'page.reopen' : 'page.archive')}
    </Button>
  );
}

interface ReferralCountsProps {
  organisationId: string;
  counts: OutputOf<Contract, 'organisations.get'>['referralCounts'];
}

function ReferralCounts({ organisationId, counts }: ReferralCountsProps) {
  const { t } = useTranslation(['directory', 'vocabularies']);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title={t('page.referrals')} hint={t('page.referralsHint')}>
      {total === 0 ? (
        <Text c="dimmed">{t('page.noReferrals')}</Text>
      ) : (
        <>
          <FactList
            facts={counts.map(({ state, count }) => ({
              label: t(`vocabularies:referralStates.${state}`),
              value: count,
            }))}
          />
          <p className={classes.all}>
            <Link to="/referrals" search={{ organisationId }}>
              {t('page.allReferrals', { count: total })}
            </Link>
          </p>
        </>
      )}
    </Panel>
  );
}
