/** Languages the program itself speaks. Apart from the schemas, because the first page needs nothing else. */
export const interfaceLanguages = ['it', 'en'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];
