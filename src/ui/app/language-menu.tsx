import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { languageNames } from '#ui/i18n/languages.ts';
import classes from './language-menu.module.css';
import { useLanguage } from './use-language.ts';

interface LanguageMenuProps {
  /** In a narrow window only the sign stays in sight. */
  isCompact?: boolean;
}

export function LanguageMenu({ isCompact = false }: LanguageMenuProps) {
  const { t } = useTranslation('common');
  const { current, choose } = useLanguage();
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="petrol"
          px="sm"
          leftSection={<IconLanguage size={20} aria-hidden />}
        >
          <VisuallyHidden>{t('header.language')}: </VisuallyHidden>
          <span className={isCompact ? classes.name : undefined}>{languageNames[current]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {interfaceLanguages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={language === current ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => choose(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
