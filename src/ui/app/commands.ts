import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';

/** What can be done from anywhere, apart from going somewhere. */
export type CommandName = 'noteService' | 'print' | 'lock';

const commands = new Map<CommandName, () => void>();

/** As long as its button is on the page, a command can be run from the keyboard and is listed among what can be done. */
export function useCommand(name: CommandName, keys: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useHotkeys([[keys, run]], []);
  useEffect(() => {
    const runLatest = () => latest.current();
    commands.set(name, runLatest);
    return () => {
      if (commands.get(name) === runLatest) commands.delete(name);
    };
  }, [name]);
}

export const availableCommands = (): CommandName[] => [...commands.keys()];

export function runCommand(name: CommandName): void {
  commands.get(name)?.();
}
