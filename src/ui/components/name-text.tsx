import { scriptOf } from '#domain/names/script.ts';
import classes from './name-text.module.css';

interface NameTextProps {
  children: string;
  strong?: boolean;
}

/** A name in whatever script, kept apart from the direction of what stands around it. */
export function NameText({ children, strong = false }: NameTextProps) {
  return (
    <bdi
      dir="auto"
      className={strong ? classes.strong : undefined}
      data-script={scriptOf(children)}
    >
      {children}
    </bdi>
  );
}
