import { Skeleton } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { NotFoundPage } from '#ui/app/not-found-page.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { codeOf } from '#ui/components/use-error-text.ts';
import { PersonHeader } from './person-header.tsx';
import { usePerson, usePersonId } from './use-person.ts';

export function PersonLayout() {
  const id = usePersonId();
  const { data: person, error, refetch } = usePerson(id);
  // An address that names nobody, as an old link may: there is nothing to correct and to try again.
  if (error && codeOf(error) === 'invalid_input') return <NotFoundPage />;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {person ? <PersonHeader person={person} /> : <Skeleton height={120} mb="lg" />}
      <Outlet />
    </>
  );
}
