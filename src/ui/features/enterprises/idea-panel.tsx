import { Button } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '#api/enterprises.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useMoney } from '#ui/i18n/use-money.ts';
import { IdeaDialog } from './idea-dialog.tsx';

export function IdeaPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('enterprises');
  const money = useMoney();
  const [isEditing, setEditing] = useState(false);
  const { idea } = dossier;
  const write = (
    <Button variant="light" onClick={() => setEditing(true)}>
      {t(idea ? 'idea.edit' : 'idea.add')}
    </Button>
  );
  return (
    <Panel title={t('parts.idea')} hint={t('idea.hint')} actions={idea && write}>
      {idea ? (
        <FactList
          facts={[
            { label: t('idea.title'), value: idea.title },
            { label: t('idea.idea'), value: idea.idea },
            { label: t('idea.town'), value: idea.town },
            { label: t('idea.experience'), value: idea.experience },
            { label: t('idea.together'), value: idea.together },
            {
              label: t('idea.own'),
              value: idea.ownCents !== undefined && money(idea.ownCents),
            },
            { label: t('idea.tutor'), value: idea.tutor },
            { label: t('idea.mentor'), value: idea.mentor },
          ]}
        />
      ) : (
        <EmptyState icon={<IconBulb size={28} />} title={t('idea.empty')} action={write}>
          {t('idea.emptyText')}
        </EmptyState>
      )}
      {isEditing && <IdeaDialog dossier={dossier} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
