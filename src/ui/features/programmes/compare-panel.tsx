import { useTranslation } from 'react-i18next';
import type { DescribedEnrolment } from '#api/enrolments.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';

type Compared = DescribedEnrolment['facts'][number];

const lists: Partial<Record<Compared['fact'], string>> = {
  legalStatus: 'legalStatuses',
  employmentStatus: 'employmentStatuses',
  receptionType: 'receptionTypes',
  italianLevel: 'cefrLevels',
};

/** What was known when they joined beside what is known now, or was when they left. */
export function ComparePanel({ facts, leftOn }: Pick<DescribedEnrolment, 'facts' | 'leftOn'>) {
  const { t } = useTranslation('programmes');
  const { label } = useLabels();
  const dates = useDates();
  if (facts.length === 0) return null;
  const text = (fact: Compared['fact'], value: string | undefined) => {
    if (value === undefined) return t('compare.unknown');
    const list = lists[fact];
    if (list !== undefined) return label(list, value);
    return fact === 'permitExpiry' ? dates.day(value) : value;
  };
  return (
    <Panel title={t('compare.title')}>
      <DataTable
        caption={t('compare.caption')}
        columns={[
          { key: 'what', label: t('compare.what') },
          { key: 'before', label: t('compare.before') },
          { key: 'after', label: t(leftOn ? 'compare.afterLeft' : 'compare.after') },
        ]}
      >
        {facts.map(({ fact, before, after }) => (
          <tr key={fact}>
            <td>{t(`compare.facts.${fact}`)}</td>
            <td>{text(fact, before)}</td>
            <td>{before === after ? text(fact, after) : <strong>{text(fact, after)}</strong>}</td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}
