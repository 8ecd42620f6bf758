import { Button, Checkbox, Group } from '@mantine/core';
import { IconDeviceFloppy, IconFileExport, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { plainList } from './list-state.tsx';
import classes from './lists.module.css';
import { hasQuick, type QuickCondition, withQuick } from './quick-conditions.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import type { usePeopleList } from './use-people-list.ts';
import type { PickingTools } from './use-picking.ts';

interface ListToolsProps {
  people: ReturnType<typeof usePeopleList>;
  picking: PickingTools;
}

/** What can be done with the list on screen; for a volunteer that is little, on purpose. */
export function ListTools({ people, picking }: ListToolsProps) {
  const { t } = useTranslation(['lists', 'people']);
  const { user } = useSession();
  const [open, setOpen] = useState<'save' | 'export'>();
  const { list, change, show, look, columns, sort, question, answer } = people;
  const isCoordinator = user.role === 'coordinator';
  const total = answer.data?.total ?? 0;
  const quick = (key: QuickCondition) => (
    <Checkbox
      label={t(`people:list.${key}`)}
      checked={hasQuick(list.conditions, key)}
      onChange={(event) =>
        change({ conditions: withQuick(list.conditions, key, event.currentTarget.checked) })
      }
    />
  );
  const close = () => setOpen(undefined);
  return (
    <div className={classes.bar}>
      <div className={classes.checks}>
        {quick('onlyMine')}
        {quick('showClosed')}
      </div>
      <Group gap="xs">
        {(list.conditions.length > 0 || list.view) && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            onClick={() => setOpen('save')}
          >
            {t('views.save')}
          </Button>
        )}
        <ColumnsMenu columns={columns} onChange={(next) => look({ columns: next })} />
        {isCoordinator && total > 0 && (
          <>
            {!picking.picked && (
              <Button
                variant="subtle"
                size="compact-md"
                leftSection={<IconUserCheck size={18} aria-hidden />}
                onClick={picking.start}
              >
                {t('picked.start')}
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<IconFileExport size={18} aria-hidden />}
              onClick={() => setOpen('export')}
            >
              {t('export.button')}
            </Button>
          </>
        )}
      </Group>
      {open === 'save' && (
        <SaveViewDialog
          list={list}
          columns={columns}
          onSaved={(view) => {
            change({ columns, view });
            close();
          }}
          onRemoved={() => {
            show(plainList);
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'export' && (
        <ExportDialog list={question} columns={columns} sort={sort} total={total} onClose={close} />
      )}
    </div>
  );
}
