import { Button, Checkbox, Group, NativeSelect, Skeleton, Text, Tooltip } from '@mantine/core';
import { IconFiles, IconLock, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#api/attachments.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { usePersonId } from '../people/use-person.ts';
import { DropZone } from './drop-zone.tsx';
import { PaperCard } from './paper-card.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import classes from './papers-page.module.css';
import { RefusedFiles } from './refused-files.tsx';
import { useAddPapers } from './use-add-papers.ts';

export function PapersPage() {
  const { t } = useTranslation('attachments');
  const personId = usePersonId();
  const [openId, setOpenId] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['attachments', 'list', personId],
    queryFn: () => vault.attachments.list({ personId }),
  });
  const adding = useAddPapers(personId, setOpenId);
  const open = data?.items.find((one) => one.id === openId);
  const access = useQuery({
    queryKey: ['caseAccess', 'list', personId],
    queryFn: () => vault.caseAccess.list({ personId }),
  });
  const addButtons = (
    <Group gap="sm" justify="center">
      {access.data?.mayRead && (
        <Tooltip label={t('addRestrictedHint')} multiline w={280}>
          <Button
            variant="default"
            leftSection={<IconLock size={18} aria-hidden />}
            disabled={adding.isAdding}
            onClick={() => void adding.choose(true)}
          >
            {t('addRestricted')}
          </Button>
        </Tooltip>
      )}
      <Button
        leftSection={<IconUpload size={18} aria-hidden />}
        loading={adding.isAdding}
        onClick={() => void adding.choose()}
      >
        {t('add')}
      </Button>
    </Group>
  );
  return (
    <DropZone onFiles={(files) => void adding.drop(files)}>
      <PageHeading order={2} lead={t('lead')} actions={data && data.items.length > 0 && addButtons}>
        {t('title')}
      </PageHeading>
      <Text role="status" size="sm" mb={adding.isAdding ? 'sm' : 0}>
        {adding.isAdding && t('adding', { done: adding.done + 1, count: adding.total })}
      </Text>
      <RefusedFiles files={adding.refused} onClose={adding.clearRefused} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={200} />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState icon={<IconFiles size={28} />} title={t('emptyTitle')} action={addButtons}>
            {t('emptyText')}
          </EmptyState>
        </Panel>
      )}
      {data && data.items.length > 0 && <Papers papers={data.items} onOpen={setOpenId} />}
      {open && (
        <PaperDialog
          key={open.id}
          paper={open}
          personId={personId}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </DropZone>
  );
}

function Papers({ papers, onOpen }: { papers: Attachment[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('attachments');
  const labels = useLabels();
  const [kind, setKind] = useState('');
  const [onlyHeld, setOnlyHeld] = useState(false);
  const used = new Set(papers.map((paper) => paper.details.kind));
  const kinds = labels.choices('attachmentKinds').filter(({ value }) => used.has(value));
  const hasHeld = papers.some((paper) => paper.details.original === 'held');
  const shown = papers.filter(
    ({ details }) =>
      (kind === '' || details.kind === kind) && (!onlyHeld || details.original === 'held'),
  );
  return (
    <>
      {(kinds.length > 1 || hasHeld) && (
        <Group mb="md" gap="lg" align="flex-end">
          <NativeSelect
            label={t('filterKind')}
            data={[{ value: '', label: t('filterAll') }, ...kinds]}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
          {hasHeld && (
            <Checkbox
              mb={8}
              label={t('filterHeld')}
              checked={onlyHeld}
              onChange={(event) => setOnlyHeld(event.currentTarget.checked)}
            />
          )}
        </Group>
      )}
      {shown.length === 0 && <Text>{t('filterEmpty')}</Text>}
      <ul className={classes.grid}>
        {shown.map((paper) => (
          <li key={paper.id}>
            <PaperCard paper={paper} onOpen={() => onOpen(paper.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}
