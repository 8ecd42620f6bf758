import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaletteButton } from '#ui/features/palette/palette-button.tsx';
import { NoteServiceButton } from '#ui/features/services/note-service-button.tsx';
import classes from './app-header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { LockButton } from './lock-button.tsx';
import { PrintButton } from './print-button.tsx';
import { useSearchHandover } from './search-handover.tsx';
import { useSession } from './session.tsx';

export function AppHeader() {
  const { t } = useTranslation(['common', 'vocabularies']);
  const { user, associationName } = useSession();
  return (
    <header className={classes.header}>
      <div className={classes.where}>
        <span className={classes.association} title={associationName}>
          {associationName}
        </span>
      </div>
      <HeaderSearch />
      <NoteServiceButton />
      <div className={classes.tools}>
        <span className={classes.user}>
          {user.name}
          <span className={classes.role}>{t(`vocabularies:roles.${user.role}`)}</span>
        </span>
        <PaletteButton />
        <PrintButton />
        <LanguageMenu isCompact />
        <LockButton />
      </div>
    </header>
  );
}

/** Begins a search from anywhere; the list takes it over and keeps it out of the address. */
function HeaderSearch() {
  const { t } = useTranslation('common');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { handOver } = useSearchHandover();
  const isOnList = useRouterState({ select: (state) => state.location.pathname === '/people' });
  useHotkeys(isOnList ? [] : [['/', () => field.current?.focus()]]);
  if (isOnList) return <div className={classes.search} />;
  return (
    <search className={classes.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          handOver(text.trim());
          setText('');
          void navigate({ to: '/people' });
        }}
      >
        <TextInput
          ref={field}
          aria-label={t('header.search')}
          placeholder={t('header.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={<kbd className={classes.key}>/</kbd>}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
