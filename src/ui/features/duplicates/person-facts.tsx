import { Link } from '@tanstack/react-router';
import type { PersonLine } from '#api/people.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './duplicates.module.css';

/** Name as a link to the file, and what tells namesakes apart. */
export function PersonFacts({ person }: { person: PersonLine }) {
  const dates = useDates();
  const labels = useLabels();
  const facts = [
    person.birth && dates.partial(person.birth),
    person.nationality && labels.country(person.nationality),
  ];
  return (
    <div className={classes.person}>
      <Link to="/people/$personId" params={{ personId: person.id }} className={classes.name}>
        <NameText>{person.listedName}</NameText>
      </Link>
      {person.otherName && (
        <span className={classes.other}>
          {' · '}
          <NameText>{person.otherName}</NameText>
        </span>
      )}
      <div className={classes.facts}>
        {inOneLine(facts)} <span className={classes.number}>{person.caseNumber}</span>
      </div>
    </div>
  );
}
