import { defineConfig } from '@playwright/test';
import { screens } from './support/screens.ts';

export default defineConfig({
  testDir: '.',
  // `npm run screens` takes pictures of the same program by the same hands, and tests nothing.
  testMatch: process.env.APPRODO_SCREENS_RUN ? '**/*.show.ts' : '**/*.spec.ts',
  // Builds what would be shipped first, which takes minutes.
  testIgnore: process.env.APPRODO_PACKAGED ? [] : ['**/packaged.spec.ts'],
  outputDir: '../../test-results',
  // Each test opens a whole program in a profile of its own, and shares nothing but the screen.
  fullyParallel: true,
  workers: screens.length || 1,
  // No test is about how fast something is: these end only what hangs, on a slow machine too.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
});
