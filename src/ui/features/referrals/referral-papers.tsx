import { Button, Group, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PaperCard } from '../attachments/paper-card.tsx';
import { PaperDialog } from '../attachments/paper-dialog.tsx';
import { RefusedFiles } from '../attachments/refused-files.tsx';
import { useAddPapers } from '../attachments/use-add-papers.ts';
import classes from './referrals.module.css';

/** What proves that it was sent and what came back on paper: receipts of certified mail, a stamped copy, an answer. */
export function ReferralPapers({ referral: { id, personId } }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const [openId, setOpenId] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['attachments', 'list', personId],
    queryFn: () => vault.attachments.list({ personId }),
  });
  const papers = (data?.items ?? []).filter(
    ({ details: { link } }) => link?.kind === 'referral' && link.id === id,
  );
  const adding = useAddPapers(personId, setOpenId, {
    kind: 'receipt',
    link: { kind: 'referral', id },
  });
  const open = papers.find((one) => one.id === openId);
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={3}>{t('papersTitle')}</Title>
        <Button
          variant="default"
          leftSection={<IconPaperclip size={18} aria-hidden />}
          loading={adding.isAdding}
          onClick={() => void adding.choose()}
        >
          {t('addReceipt')}
        </Button>
      </Group>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <RefusedFiles files={adding.refused} onClose={adding.clearRefused} />
      {data && papers.length === 0 && <p className={classes.soft}>{t('noPapers')}</p>}
      <ul className={classes.papers}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <PaperCard paper={paper} onOpen={() => setOpenId(paper.id)} />
          </li>
        ))}
      </ul>
      {open && (
        <PaperDialog paper={open} personId={personId} onClose={() => setOpenId(undefined)} />
      )}
    </section>
  );
}
