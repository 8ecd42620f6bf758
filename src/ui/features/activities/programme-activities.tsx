import { Group } from '@mantine/core';
import { useProgramme } from '../programmes/use-programme.ts';
import { ActivityList, AddActivity } from './activity-list.tsx';

/** What was done with many in one programme. */
export function ProgrammeActivities() {
  const { data } = useProgramme();
  if (!data) return null;
  return (
    <>
      <Group justify="flex-end" mb="md">
        <AddActivity programmeId={data.id} />
      </Group>
      <ActivityList programmeId={data.id} />
    </>
  );
}
