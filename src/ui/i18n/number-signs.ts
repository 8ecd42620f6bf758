export interface NumberSigns {
  decimal: string;
  group: string;
}

/** The signs with which numbers are written in a language: `1.234,5`, `1,234.5`, `1 234,5`. */
export function numberSigns(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12_345.6);
  const sign = (type: Intl.NumberFormatPartTypes) => parts.find((one) => one.type === type)?.value;
  return { decimal: sign('decimal') ?? '.', group: sign('group') ?? ' ' };
}
