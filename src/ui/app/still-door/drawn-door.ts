import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';

/** A door as text, with styles still in its attributes. */
export interface DrawnDoor {
  /** `it-named` */
  name: string;
  language: InterfaceLanguage;
  markup: string;
}
