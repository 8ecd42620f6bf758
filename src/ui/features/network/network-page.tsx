import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';
import { useProgramme } from '../programmes/use-programme.ts';
import { AgreementsPart } from './agreements-part.tsx';
import { BenchmarksPart } from './benchmarks-part.tsx';
import { MeetingsPart } from './meetings-part.tsx';
import classes from './network.module.css';
import { firstPartOf, type NetworkPart, networkParts } from './network-parts.ts';
import { PilotsPart } from './pilots-part.tsx';
import { RecommendationsPart } from './recommendations-part.tsx';

/** Of one programme only, or of all. */
export interface PartProps {
  programmeId: string | undefined;
}

const shownParts: Record<NetworkPart, (props: PartProps) => React.JSX.Element> = {
  meetings: MeetingsPart,
  recommendations: RecommendationsPart,
  benchmarks: BenchmarksPart,
  pilots: PilotsPart,
  agreements: AgreementsPart,
};

/** Communities, cities and other bodies: what they asked, what was promised, and what changed. */
export function NetworkPage() {
  const { t } = useTranslation('network');
  const { part = 'meetings', programmeId } = useSearch({ from: '/directory/network' });
  const Shown = shownParts[part];
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <PageTabs label={t('parts.label')}>
        {networkParts.map((one) => (
          <PageTab
            key={one}
            to="/directory/network"
            search={{ part: one, ...(programmeId ? { programmeId } : {}) }}
            aria-current={one === part ? 'page' : undefined}
          >
            {t(`parts.${one}`)}
          </PageTab>
        ))}
      </PageTabs>
      <ProgrammeFilter part={part} programmeId={programmeId} />
      <Shown programmeId={programmeId} />
    </>
  );
}

/** The same of one programme, among its parts. */
export function ProgrammeNetwork() {
  const { t } = useTranslation('network');
  const { programmeId } = useParams({ from: '/programmes/$programmeId/network' });
  const search = useSearch({ from: '/programmes/$programmeId/network' });
  const { data } = useProgramme();
  const part = search.part ?? firstPartOf(data?.kinds ?? []);
  const Shown = shownParts[part];
  return (
    <>
      <PageTabs label={t('parts.label')}>
        {networkParts.map((one) => (
          <PageTab
            key={one}
            to="/programmes/$programmeId/network"
            params={{ programmeId }}
            search={{ part: one }}
            aria-current={one === part ? 'page' : undefined}
          >
            {t(`parts.${one}`)}
          </PageTab>
        ))}
      </PageTabs>
      <Shown programmeId={programmeId} />
    </>
  );
}

interface ProgrammeFilterProps {
  part: NetworkPart;
  programmeId: string | undefined;
}

function ProgrammeFilter({ part, programmeId }: ProgrammeFilterProps) {
  const { t } = useTranslation(['network', 'common']);
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['programmes', 'list'],
    queryFn: () => vault.programmes.list({}),
  });
  const programmes = data?.items ?? [];
  if (programmes.length === 0) return null;
  return (
    <Select
      className={classes.filter}
      label={t('programme')}
      placeholder={t('allProgrammes')}
      clearable
      clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
      data={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      value={programmeId ?? null}
      onChange={(chosen) =>
        void navigate({
          to: '/directory/network',
          search: { part, ...(chosen ? { programmeId: chosen } : {}) },
        })
      }
    />
  );
}
