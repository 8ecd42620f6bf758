import { Button, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { RecordDialog } from './record-dialog.tsx';
import { RecordList } from './record-list.tsx';
import classes from './record-panel.module.css';
import type { ListedRecordView } from './record-view.ts';
import { useLineTools } from './use-line-tools.ts';

interface RecordPanelProps<S extends z.ZodObject> {
  view: ListedRecordView<S>;
  personId: string;
  isTimeline?: boolean;
}

/** The rows of one kind: what they say, and a way to add and to change each. */
function RecordSection<S extends z.ZodObject>(
  props: RecordPanelProps<S> & { frame: (parts: { add: ReactNode; list: ReactNode }) => ReactNode },
) {
  const { view, personId, isTimeline = false, frame } = props;
  const tools = useLineTools();
  const { say } = tools;
  const [editing, setEditing] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: [view.name, 'list', personId],
    queryFn: () => view.calls.list({ personId }),
  });
  const items = (data?.items ?? []).map((row) => {
    const line = view.lineOf(row.details, tools);
    const plainTitle = typeof line.title === 'string' ? line.title : say(`titles.${view.name}`);
    return { id: row.id, line, plainTitle, row };
  });
  const add = (
    <Button
      size="compact-md"
      variant="subtle"
      leftSection={<IconPlus size={16} aria-hidden />}
      aria-label={say(`additions.${view.name}`)}
      onClick={() => setEditing('new')}
    >
      {say('add')}
    </Button>
  );
  const list = (
    <>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={40} />}
      {data && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {say(`empties.${view.name}`)}
        </Text>
      )}
      {items.length > 0 && (
        <RecordList
          label={say(`titles.${view.name}`)}
          items={items}
          isTimeline={isTimeline}
          onEdit={setEditing}
        />
      )}
    </>
  );
  return (
    <>
      {frame({ add, list })}
      {editing && (
        <RecordDialog
          view={view}
          personId={personId}
          row={items.find(({ id }) => id === editing)?.row}
          rows={items
            .filter(({ id }) => id !== editing)
            .map(({ id, line, plainTitle }) => ({
              value: id,
              label: inOneLine(
                [plainTitle, ...line.facts.filter((fact) => typeof fact === 'string')].slice(0, 2),
              ),
            }))}
          onDone={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

export function RecordPanel<S extends z.ZodObject>(props: RecordPanelProps<S>) {
  const { say } = useLineTools();
  return (
    <RecordSection
      {...props}
      frame={({ add, list }) => (
        <Panel title={say(`titles.${props.view.name}`)} actions={add}>
          {list}
        </Panel>
      )}
    />
  );
}

/** A part of a panel that holds several kinds. */
export function RecordPart<S extends z.ZodObject>(props: RecordPanelProps<S>) {
  const { say } = useLineTools();
  return (
    <RecordSection
      {...props}
      frame={({ add, list }) => (
        <section className={classes.part}>
          <div className={classes.partHead}>
            <h3 className={classes.partTitle}>{say(`titles.${props.view.name}`)}</h3>
            {add}
          </div>
          {list}
        </section>
      )}
    />
  );
}
