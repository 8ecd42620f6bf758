import { Alert, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import classes from './reports-page.module.css';

interface PeopleBehind {
  people: readonly { personId: string; listedName: string; caseNumber: string }[];
  countedThen?: number | undefined;
}

interface PeopleBehindDialogProps {
  title: string;
  /** Who may see it, and who is not in it. */
  text: string;
  /** Each call leaves a line in the audit log: what was read stays while the dialog is open, and no longer. */
  queryKey: readonly unknown[];
  read: () => Promise<PeopleBehind>;
  onClose: () => void;
}

/** Who is behind a number, with the way to their files. */
export function PeopleBehindDialog(props: PeopleBehindDialogProps) {
  const { title, text, queryKey, read, onClose } = props;
  const { t } = useTranslation(['report-plans', 'common']);
  const { data, error } = useQuery({
    queryKey,
    queryFn: read,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        <ErrorNotice error={error} />
        {!data && !error && <Skeleton height={120} />}
        {data && (
          <div aria-live="polite">
            <Text fw={600}>{t('open.people', { count: data.people.length })}</Text>
            {data.countedThen !== undefined && data.countedThen !== data.people.length && (
              <Alert color="terracotta" my="xs">
                {t('open.countedThen', { count: data.countedThen })}
              </Alert>
            )}
            <ul className={classes.people}>
              {data.people.map(({ personId, listedName, caseNumber }) => (
                <li key={personId}>
                  <Link to="/people/$personId" params={{ personId }}>
                    {listedName}
                  </Link>{' '}
                  <span className={classes.method}>{caseNumber}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Modal>
  );
}
