import type { FactSource } from './fact-source.ts';
import { eventFacts } from './facts/event-facts.ts';
import { personFacts } from './facts/person-facts.ts';
import { planFacts } from './facts/plan-facts.ts';
import { taskFacts } from './facts/task-facts.ts';

export const factSources: readonly FactSource[] = [personFacts, eventFacts, taskFacts, planFacts];
