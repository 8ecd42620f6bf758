import { levels } from '#domain/assessments/assessment.ts';
import type { LevelPoint } from '#domain/assessments/progress.ts';
import { daysBetween } from '#domain/dates/calendar-date.ts';
import classes from './level-chart.module.css';

const width = 200;
const height = 76;
const margin = 8;
/** The last level goes on a little, so that a step up at the end can be seen. */
const tail = 28;
const yOf = (level: number) => height - margin - ((level - 1) / 4) * (height - 2 * margin);

/** Places in the order of time; what was assessed on one day stands side by side. */
function placesOf(points: LevelPoint[]): { x: number; y: number }[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return [];
  const days = daysBetween(first.on, last.on);
  const inner = width - 2 * margin - tail;
  return points.map(({ on, level }, index) => {
    const share =
      days > 0 ? daysBetween(first.on, on) / days : index / Math.max(1, points.length - 1);
    return { x: margin + share * inner, y: yOf(level) };
  });
}

/** Steps, because a level holds until the next assessment; nobody knows what was in between. */
function stepsThrough(places: { x: number; y: number }[]): string {
  return places.map(({ x, y }, index) => (index === 0 ? `M ${x} ${y}` : `H ${x} V ${y}`)).join(' ');
}

/** The way of one domain. The table beside it says the same in words. */
export function LevelChart({ points, label }: { points: LevelPoint[]; label: string }) {
  const places = placesOf(points);
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return null;
  return (
    <svg className={classes.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {levels.map((level) => (
        <line
          key={level}
          className={classes.grid}
          x1={0}
          x2={width}
          y1={yOf(level)}
          y2={yOf(level)}
        />
      ))}
      <path className={classes.line} d={stepsThrough(places)} />
      {places.length > 1 && <circle className={classes.entry} cx={first.x} cy={first.y} r={4} />}
      <circle className={classes.latest} cx={last.x + tail} cy={last.y} r={4.5} />
    </svg>
  );
}
