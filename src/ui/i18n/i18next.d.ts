import 'i18next';
import type { italian } from './italian.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof italian;
  }
}
