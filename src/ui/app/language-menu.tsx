import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  interfaceLanguages,
  isInterfaceLanguage,
} from '#domain/vocabularies/interface-language.ts';
import { languageNames } from '#ui/i18n/languages.ts';
import classes from './language-menu.module.css';
import { useLanguage } from './use-language.ts';

interface LanguageMenuProps {
  /** In a narrow window only the sign stays in sight. */
  isCompact?: boolean;
}

/** The list of the system itself: it opens with any key, and the door has no other menu to read in. */
export function LanguageMenu({ isCompact = false }: LanguageMenuProps) {
  const { t } = useTranslation('common');
  const { current, choose } = useLanguage();
  return (
    <span className={classes.menu}>
      <IconLanguage size={20} aria-hidden />
      <span aria-hidden className={isCompact ? classes.name : undefined}>
        {languageNames[current]}
      </span>
      <select
        aria-label={t('header.language')}
        className={classes.list}
        value={current}
        onChange={({ currentTarget: { value } }) => isInterfaceLanguage(value) && choose(value)}
      >
        {interfaceLanguages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </span>
  );
}
