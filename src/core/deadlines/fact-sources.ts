import type { FactSource } from './fact-source.ts';
import { documentFacts } from './facts/document-facts.ts';
import { eventFacts } from './facts/event-facts.ts';
import { personFacts } from './facts/person-facts.ts';
import { planFacts } from './facts/plan-facts.ts';
import { statusFacts } from './facts/status-facts.ts';
import { stayFacts } from './facts/stay-facts.ts';
import { taskFacts } from './facts/task-facts.ts';
import { tieFacts } from './facts/tie-facts.ts';

export const factSources: readonly FactSource[] = [
  personFacts,
  documentFacts,
  statusFacts,
  stayFacts,
  tieFacts,
  eventFacts,
  taskFacts,
  planFacts,
];
