import { Button, Popover, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnView } from '#api/lists.ts';
import { vault } from '#ui/app/vault-client.ts';
import type { ListState, ShownView } from './list-state.tsx';
import classes from './lists.module.css';

interface ViewsMenuProps {
  shown: string | undefined;
  onShow: (list: ListState) => void;
}

interface NamedList extends Pick<OwnView, 'conditions' | 'columns' | 'sort'> {
  view: ShownView;
}

const namedList = ({ id: key, name, mayChange, isShared, ...view }: OwnView): NamedList => ({
  ...view,
  view: { key, name, mayChange, isShared, conditions: view.conditions },
});

/** Lists under a name: one click, and the whole search is set up. */
export function ViewsMenu({ shown, onShow }: ViewsMenuProps) {
  const { t } = useTranslation('lists');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ queryKey: ['views', 'list'], queryFn: () => vault.views.list({}) });
  const { items = [], shipped = [] } = data ?? {};
  const groups = {
    own: items.filter(({ isShared }) => !isShared).map(namedList),
    shared: items.filter(({ isShared }) => isShared).map(namedList),
    shipped: shipped.map(({ code: key, ...view }) => {
      const name = t(`shipped.${key}` as 'shipped.mine');
      const { conditions } = view;
      return { ...view, view: { key, name, mayChange: false, isShared: true, conditions } };
    }),
  };
  const show = ({ conditions, columns, sort, view }: NamedList) => {
    onShow({ conditions, columns, sort, view, offset: 0 });
    setOpen(false);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      shadow="md"
      radius="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          size="md"
          leftSection={<IconListDetails size={20} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          {t('views.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.button')} p="xs">
        <Stack gap="xs" className={classes.views}>
          {(['own', 'shared', 'shipped'] as const).map((group) => (
            <ViewGroup
              key={group}
              title={t(`views.${group}`)}
              views={groups[group]}
              shown={shown}
              onShow={show}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ViewGroupProps {
  title: string;
  views: NamedList[];
  shown: string | undefined;
  onShow: (view: NamedList) => void;
}

function ViewGroup({ title, views, shown, onShow }: ViewGroupProps) {
  const id = useId();
  if (views.length === 0) return null;
  return (
    <div>
      <Text id={id} size="sm" c="dimmed" px="sm">
        {title}
      </Text>
      <ul aria-labelledby={id} className={classes.viewList}>
        {views.map((one) => (
          <li key={one.view.key}>
            <Button
              variant={one.view.key === shown ? 'light' : 'subtle'}
              aria-current={one.view.key === shown || undefined}
              fullWidth
              justify="flex-start"
              size="compact-md"
              onClick={() => onShow(one)}
            >
              <bdi>{one.view.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
