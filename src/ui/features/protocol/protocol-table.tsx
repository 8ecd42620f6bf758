import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtocolEntry } from '#api/protocol.ts';
import tableClasses from '#ui/components/data-table.module.css';
import { DataTable } from '#ui/components/data-table.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from '../referrals/referrals.module.css';
import { EntryDrawer } from './entry-drawer.tsx';

const columns = ['number', 'date', 'correspondent', 'subject'] as const;

export function ProtocolTable({ entries }: { entries: ProtocolEntry[] }) {
  const { t } = useTranslation('protocol');
  const [openId, setOpenId] = useState<string>();
  const opened = entries.find(({ id }) => id === openId);
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns.map((key) => ({ key, label: t(`fields.${key}`) }))}
      >
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} onOpen={() => setOpenId(entry.id)} />
        ))}
      </DataTable>
      {opened && (
        <EntryDrawer entry={opened} others={entries} onClose={() => setOpenId(undefined)} />
      )}
    </>
  );
}

function EntryRow({ entry, onOpen }: { entry: ProtocolEntry; onOpen: () => void }) {
  const { t } = useTranslation('protocol');
  const dates = useDates();
  const { number, year, direction, enteredOn, correspondent, subject, person } = entry;
  return (
    <tr>
      <td>
        <button type="button" className={tableClasses.rowLink} onClick={onOpen}>
          {`${number}/${year}`}
        </button>
        <span className={classes.soft}>{t(direction)}</span>
      </td>
      <td>{dates.day(enteredOn)}</td>
      <td>{correspondent || t('covered')}</td>
      <td>
        {subject || t('covered')}
        {entry.annulledOn && <Tag tone="bad">{t('annulled')}</Tag>}
        {entry.answeredBy && (
          <span className={classes.soft}>
            {t('answeredBy', { protocol: entry.answeredBy.protocol })}
          </span>
        )}
        {person && (
          <span className={classes.soft}>
            <NameText>{person.listedName}</NameText>
          </span>
        )}
      </td>
    </tr>
  );
}
