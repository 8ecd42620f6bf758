import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { type LinkedKind, linkedKinds, type PlanAction } from '#domain/plans/plan.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { readWhole } from '#ui/components/read-whole.ts';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { type Choice, useLabels } from '#ui/i18n/use-labels.ts';

/** A list to choose from; what is older was linked when it was made, if at all. */
const MOST_CHOICES = 400;
const MONTHS_BACK = 12;
const MONTHS_AHEAD = 24;

export interface ActionLinks {
  /** For a native choice, under what they are. */
  groups: { group: string; items: Choice[] }[];
  /** Undefined until it is read, or when it is not among the choices. */
  labelOf: (linked: PlanAction['linked']) => string | undefined;
}

export const valueOfLink = (linked: PlanAction['linked']): string =>
  linked ? `${linked.kind}:${linked.id}` : '';

export function linkOfValue(value: string): PlanAction['linked'] {
  const [name, id] = value.split(':');
  const kind = linkedKinds.find((one) => one === name);
  return kind && id ? { kind, id } : undefined;
}

/** Letters, appointments and services of the person that an action of the plan can point to. */
export function useActionLinks(personId: string): ActionLinks {
  const { t } = useTranslation('plans');
  const dates = useDates();
  const { label } = useLabels();
  const { today } = useSession();
  const letters = useQuery({
    queryKey: ['referrals', 'lettersOf', personId],
    queryFn: () =>
      readWhole(
        (page) => vault.referrals.list({ personId, showClosed: true, ...page }),
        MOST_CHOICES,
      ),
  });
  const period = { from: addMonths(today, -MONTHS_BACK), to: addMonths(today, MONTHS_AHEAD) };
  const appointments = useQuery({
    queryKey: ['appointments', 'list', 'choices', personId, today],
    queryFn: () => vault.appointments.list({ personId, ...period }),
  });
  const services = useQuery({
    queryKey: ['services', 'list', 'choices', personId],
    queryFn: () => readWhole((page) => vault.services.list({ personId, ...page }), MOST_CHOICES),
  });
  const choices: Record<LinkedKind, Choice[]> = {
    letter: (letters.data?.items ?? []).flatMap(({ letter, organisationName }) =>
      letter ? [{ value: letter.id, label: inOneLine([letter.protocol, organisationName]) }] : [],
    ),
    appointment: (appointments.data?.items ?? []).map(({ id, details }) => ({
      value: id,
      label: inOneLine([
        dates.day(details.on),
        details.start,
        details.about ?? label('appointmentKinds', details.kind),
      ]),
    })),
    service: (services.data?.items ?? []).map(({ id, details }) => ({
      value: id,
      label: inOneLine([dates.day(details.doneOn), label('serviceTypes', details.type)]),
    })),
  };
  return {
    groups: linkedKinds
      .map((kind) => ({
        group: t(`links.${kind}`),
        items: choices[kind].map((one) => ({ ...one, value: `${kind}:${one.value}` })),
      }))
      .filter(({ items }) => items.length > 0),
    labelOf: (linked) =>
      linked && choices[linked.kind].find((one) => one.value === linked.id)?.label,
  };
}
