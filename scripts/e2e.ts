/** `npm run e2e [-- ARGS OF PLAYWRIGHT]`: the end-to-end tests. */
import { runInWindows } from './run-in-windows.ts';

await runInWindows(process.argv.slice(2));
