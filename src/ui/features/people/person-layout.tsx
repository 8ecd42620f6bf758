import { Skeleton } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PersonHeader } from './person-header.tsx';
import { usePerson, usePersonId } from './use-person.ts';

export function PersonLayout() {
  const id = usePersonId();
  const { data: person, error, refetch } = usePerson(id);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {person ? <PersonHeader person={person} /> : <Skeleton height={120} mb="lg" />}
      <Outlet />
    </>
  );
}
