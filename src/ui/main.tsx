import './app/schemas-without-eval.ts';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/noto-sans-ethiopic/wght.css';
import '@fontsource-variable/noto-sans-bengali/wght.css';
import 'virtual:mantine-used.css';
import 'virtual:approdo-theme.css';
import './app/base.css';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { AppRoot } from './app/app-root.tsx';
import { vault } from './app/vault-client.ts';
import { startLanguage } from './i18n/languages.ts';
import { startI18n } from './i18n/start-i18n.ts';

const place = document.getElementById('root');
if (!place) throw new Error('the page has no place for the program');

const info = await vault.shell.info({});
startI18n(startLanguage(info.language));
const root = createRoot(place);
// At once, and not when React finds time: the window shows itself when this is done, and not empty.
flushSync(() =>
  root.render(
    <StrictMode>
      <AppRoot info={info} />
    </StrictMode>,
  ),
);
