import type { PartProps } from './network-page.tsx';
import { UndertakingsPanel } from './undertakings-panel.tsx';

/** What peers recommended to a city or an office, with who does it and by when. */
export function RecommendationsPart({ programmeId }: PartProps) {
  return <UndertakingsPanel kind="recommendation" programmeId={programmeId} />;
}
