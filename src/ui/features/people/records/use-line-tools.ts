import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { LineTools } from './record-view.ts';

export function useLineTools(): LineTools {
  const { t } = useTranslation('records');
  const { today } = useSession();
  const dates = useDates();
  const labels = useLabels();
  // Keys are put together from names of kinds and fields, so they cannot be checked when compiled.
  const say: LineTools['say'] = (key, values = {}) => String(t(key as never, values as never));
  return { today, dates, labels, say };
}

/** `from 3 Mar 2024 to 2 Mar 2026`, as far as the ends are known. */
export function periodText(
  { fromOn, toOn }: { fromOn?: string | undefined; toOn?: string | undefined },
  { dates, say }: LineTools,
): string | undefined {
  if (fromOn && toOn) return say('period.both', { from: dates.day(fromOn), to: dates.day(toOn) });
  if (fromOn) return say('period.from', { from: dates.day(fromOn) });
  return toOn ? say('period.to', { to: dates.day(toOn) }) : undefined;
}
