import { useTranslation } from 'react-i18next';
import { partsOf } from './use-help.ts';

/** A sentence of the help, with the words of the program set apart. */
export function HelpText({ children }: { children: string }) {
  const { t, i18n } = useTranslation();
  let offset = 0;
  return partsOf(children, t).map(({ text, isLabel }) => {
    const key = offset;
    offset += text.length + 1;
    return isLabel ? (
      <strong key={key} lang={i18n.language}>
        <bdi>{text}</bdi>
      </strong>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
