import { Button, Chip, Group, Input } from '@mantine/core';
import { IconCalendarPlus, IconNotebook, IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DiaryKind, diaryKinds } from '#domain/diary/diary.ts';
import { useShownByAddress } from '#ui/app/shown-by-address.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { AppointmentDialog, EditAppointmentDialog } from '../appointments/appointment-dialog.tsx';
import { usePersonId } from '../people/use-person.ts';
import { NewServiceDialog } from '../services/service-dialog.tsx';
import { DiaryEntries } from './diary-entries.tsx';
import classes from './diary-page.module.css';

export function DiaryPage() {
  const { t } = useTranslation(['diary', 'services', 'appointments']);
  const dates = useDates();
  const personId = usePersonId();
  const [kinds, setKinds] = useState<DiaryKind[]>([]);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [adding, setAdding] = useState<'service' | 'appointment'>();
  const shown = useShownByAddress();
  const asked = { personId, kinds, from, to };
  const list = usePagedList({
    queryKey: ['diary', 'list', asked],
    load: (page) => vault.diary.list({ ...asked, ...page }),
  });
  const { data } = list;
  const last = data?.lastContactOn;
  const isFiltered = kinds.length > 0 || from !== undefined || to !== undefined;
  return (
    <>
      <PageHeading
        order={2}
        lead={data && (last ? t('lastContact', { date: dates.day(last) }) : t('noContactYet'))}
        actions={
          <>
            <Button
              leftSection={<IconPencilPlus size={18} aria-hidden />}
              onClick={() => setAdding('service')}
            >
              {t('services:noteService')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconCalendarPlus size={18} aria-hidden />}
              onClick={() => setAdding('appointment')}
            >
              {t('appointments:add')}
            </Button>
          </>
        }
      >
        {t('title')}
      </PageHeading>
      <DiaryFilter
        kinds={kinds}
        from={from}
        to={to}
        onChange={(part) => {
          if (part.kinds) setKinds(part.kinds);
          if ('from' in part) setFrom(part.from);
          if ('to' in part) setTo(part.to);
        }}
      />
      <PagedList
        list={list}
        skeletonHeight={160}
        empty={
          <EmptyState
            icon={<IconNotebook size={28} />}
            title={t(isFiltered ? 'nothingFound' : 'emptyTitle')}
          >
            {t(isFiltered ? 'nothingFoundText' : 'emptyText')}
          </EmptyState>
        }
      >
        {data && <DiaryEntries personId={personId} entries={data.items} />}
      </PagedList>
      {shown.appointment && <EditAppointmentDialog id={shown.appointment} onDone={shown.close} />}
      {adding === 'service' && (
        <NewServiceDialog personId={personId} onDone={() => setAdding(undefined)} />
      )}
      {adding === 'appointment' && (
        <AppointmentDialog personId={personId} onDone={() => setAdding(undefined)} />
      )}
    </>
  );
}

interface DiaryFilterProps {
  kinds: DiaryKind[];
  from: string | undefined;
  to: string | undefined;
  onChange: (part: {
    kinds?: DiaryKind[];
    from?: string | undefined;
    to?: string | undefined;
  }) => void;
}

function DiaryFilter({ kinds, from, to, onChange }: DiaryFilterProps) {
  const { t } = useTranslation('diary');
  const { label } = useLabels();
  return (
    <div className={classes.filter}>
      <fieldset className={classes.kinds}>
        <Input.Label component="legend" mb={4}>
          {t('kinds')}
        </Input.Label>
        <Chip.Group
          multiple
          value={kinds}
          onChange={(chosen: string[]) =>
            onChange({ kinds: diaryKinds.filter((kind) => chosen.includes(kind)) })
          }
        >
          <Group gap={6}>
            {diaryKinds.map((kind) => (
              <Chip key={kind} value={kind} size="sm" variant="outline" icon={null}>
                {label('diaryKinds', kind)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
      <div className={classes.period}>
        <DateField label={t('from')} value={from} onChange={(value) => onChange({ from: value })} />
        <DateField label={t('to')} value={to} onChange={(value) => onChange({ to: value })} />
      </div>
    </div>
  );
}
