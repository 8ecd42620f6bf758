import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { AppRoot } from './app/app-root.tsx';
import { handOver } from './app/still-door/hand-over.ts';
import { vault } from './app/vault-client.ts';
import { startLanguage } from './i18n/languages.ts';
import { startI18n } from './i18n/start-i18n.ts';

const place = document.getElementById('root');
if (!place) throw new Error('the page has no place for the program');

const info = await vault.shell.info({});
await startI18n(startLanguage(info.language));
const root = createRoot(place);
handOver(place, () =>
  flushSync(() =>
    root.render(
      <StrictMode>
        <AppRoot info={info} />
      </StrictMode>,
    ),
  ),
);
