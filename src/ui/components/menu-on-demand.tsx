import { ActionIcon, type ActionIconProps, Menu } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface MenuOnDemandProps {
  /** For who does not see the line the button stands in. */
  label: string;
  title: string;
  icon: ReactNode;
  disabled?: boolean;
  /** Items of the menu. */
  children: () => ReactNode;
}

const look: Pick<ActionIconProps, 'variant' | 'size'> = { variant: 'subtle', size: 'lg' };

/**
 * A button with a menu, for lists of many lines: the menu is made when it is asked for the first time. One
 * that waits behind each line was a third of what the first page took to appear.
 */
export function MenuOnDemand({ label, title, icon, disabled, children }: MenuOnDemandProps) {
  const [isMade, setMade] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!isMade) return;
    // The button has been made anew with its menu; closing goes back to whoever had the focus.
    button.current?.focus();
    setOpen(true);
  }, [isMade]);
  const shared = { ...look, ref: button, 'aria-label': label, title, disabled: disabled ?? false };
  if (!isMade) {
    return (
      <ActionIcon
        {...shared}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setMade(true)}
      >
        {icon}
      </ActionIcon>
    );
  }
  return (
    <Menu position="bottom-end" returnFocus opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <ActionIcon {...shared}>{icon}</ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children()}</Menu.Dropdown>
    </Menu>
  );
}
