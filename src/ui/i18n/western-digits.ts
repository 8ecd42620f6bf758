const ZEROS = ['٠', '۰'].map((zero) => zero.charCodeAt(0));

/** Digits of an Arabic or a Persian keyboard as the ones that papers here are written with: `١٢` as `12`. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const at = digit.charCodeAt(0);
    const zero = ZEROS.find((one) => at >= one && at <= one + 9) ?? at;
    return String(at - zero);
  });
}
