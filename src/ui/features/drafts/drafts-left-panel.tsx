import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { placeOf } from './draft-place.ts';
import classes from './drafts-left-panel.module.css';
import { useWhen } from './use-when.ts';

/** What was begun and left, with the way back to it. Shows nothing when there is nothing. */
export function DraftsLeftPanel() {
  const { t } = useTranslation('drafts');
  const when = useWhen();
  const { data } = useQuery({
    queryKey: ['drafts', 'list'],
    queryFn: () => vault.drafts.list({}),
    staleTime: 0,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div className={classes.place}>
      <Panel title={t('leftTitle')} hint={t('leftHint')}>
        <ul className={classes.drafts}>
          {data.items.map((draft) => (
            <li key={`${draft.form} ${draft.subjectId}`}>
              <Link {...placeOf(draft)} className={classes.draft}>
                <IconPencil size={18} aria-hidden />
                <span>
                  {t(`forms.${draft.form}`)}
                  {draft.listedName && (
                    <>
                      {' · '}
                      <NameText strong>{draft.listedName}</NameText>
                    </>
                  )}
                </span>
                <span className={classes.when}>{when(draft.changedAt)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
