import { useTranslation } from 'react-i18next';
import type { MatchReason, Proposal } from '#api/matches.ts';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';

/** Why a place suits somebody, with the points of each reason; or why it cannot be. */
export function ReasonWords({
  reasons,
  against = [],
}: Partial<Pick<Proposal, 'against'>> & { reasons: readonly MatchReason[] }) {
  const { t } = useTranslation('matches');
  const { language } = useLabels();
  if (against.length > 0)
    return t('against.not', { why: listed(against.map((one) => t(`against.${one}`))) });
  if (reasons.length === 0) return t('reasons.none');
  return inOneLine(
    reasons.map(({ kind, points, about }) => {
      const words = kind === 'language' ? about.map(language) : about;
      return t('reasons.line', { points, why: t(`reasons.${kind}`, { about: listed(words) }) });
    }),
  );
}
