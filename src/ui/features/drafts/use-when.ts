import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { useSession } from '#ui/app/session.tsx';
import { formatDate } from '#ui/i18n/dates.ts';
import { localeOf } from '#ui/i18n/languages.ts';

/** An instant as one would say it: "today at 10:32", "yesterday at 18:05", "on 3 Nov 2026 at 9:10". */
export function useWhen(): (instant: string) => string {
  const { t, i18n } = useTranslation('drafts');
  const { today } = useSession();
  return (instant) => {
    const at = new Date(instant);
    if (Number.isNaN(at.getTime())) return '';
    const day = dayOf(at);
    const time = new Intl.DateTimeFormat(localeOf(i18n.language), {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at);
    if (day === today) return t('today', { time });
    if (day === addDays(today, -1)) return t('yesterday', { time });
    return t('on', { date: formatDate(day, i18n.language), time });
  };
}

/** The day of the clock on this wall. */
function dayOf(at: Date): CalendarDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
