import classes from './recovery-key.module.css';

interface KeyGroupsProps {
  label: string;
  groups: string[];
  /** Five in a row, for several of them on one page. */
  isDense?: boolean;
}

/** Groups of four characters, numbered as on the printed sheet. */
export function KeyGroups({ label, groups, isDense = false }: KeyGroupsProps) {
  return (
    <ol className={classes.groups} aria-label={label} data-dense={isDense || undefined}>
      {[...groups.entries()].map(([position, group]) => (
        <li key={position} className={classes.group}>
          <span className={classes.number}>{position + 1}</span>
          <span className={classes.characters}>{group}</span>
        </li>
      ))}
    </ol>
  );
}
