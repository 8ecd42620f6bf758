import 'i18next';
import type { DoorTexts, RegisterTexts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: DoorTexts & RegisterTexts;
  }
}
