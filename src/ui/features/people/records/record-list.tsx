import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '#ui/components/tag.tsx';
import classes from './record-list.module.css';
import type { RecordLine } from './record-view.ts';

interface RecordListProps {
  label: string;
  items: { id: string; line: RecordLine; plainTitle: string }[];
  /** Drawn along a line, as things that followed each other. */
  isTimeline?: boolean;
  onEdit: (id: string) => void;
}

export function RecordList({ label, items, isTimeline = false, onEdit }: RecordListProps) {
  const { t } = useTranslation('common');
  return (
    <ul className={isTimeline ? classes.timeline : classes.list} aria-label={label}>
      {items.map(({ id, line, plainTitle }) => (
        <li key={id} className={classes.row} data-past={line.isPast}>
          <div className={classes.words}>
            <p className={classes.title}>
              {line.title}
              {line.tag && (
                <>
                  {' '}
                  <Tag tone={line.tag.tone}>{line.tag.text}</Tag>
                </>
              )}
            </p>
            <Facts facts={line.facts} />
          </div>
          <ActionIcon
            variant="subtle"
            size="md"
            aria-label={`${t('actions.edit')}: ${plainTitle}`}
            onClick={() => onEdit(id)}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

/** Facts in one line, with a dot between those that are known. */
function Facts({ facts }: { facts: ReactNode[] }) {
  const known = facts.filter(Boolean);
  if (known.length === 0) return null;
  return (
    <p className={classes.facts}>
      <Joined facts={known} />
    </p>
  );
}

function Joined({ facts: [first, ...rest] }: { facts: ReactNode[] }) {
  return (
    <>
      <bdi>{first}</bdi>
      {rest.length > 0 && (
        <>
          {' · '}
          <Joined facts={rest} />
        </>
      )}
    </>
  );
}
