/*
 * `npm run check`: what a change must pass before anybody looks at it, in less than a minute: form, types, unused
 * code, and the tests that need neither a register on disk nor a window.
 */
import { runSteps } from './steps.ts';

await runSteps(['types:node', 'unused', 'unit'], ['lint', 'types:page']);
