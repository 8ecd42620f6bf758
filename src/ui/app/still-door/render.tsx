/**
 * The door as text, made when the program is built: what somebody sees and types into before the program runs.
 * Drawn by the same parts as the living one, so that the two cannot differ.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import {
  type InterfaceLanguage,
  interfaceLanguages,
} from '#domain/vocabularies/interface-language.ts';
import { VaultDoor } from '#ui/features/vault/vault-door.tsx';
import { readDoorTexts } from '#ui/i18n/read-texts.ts';
import type { ShellInfo } from '../register-gate.tsx';
import { Themed } from '../theme/themed.tsx';
import type { DrawnDoor } from './drawn-door.ts';

/** Stand for the place of the register until it is known: in the window, when the page is asked for. */
const FOLDER = '%PLACE%/%NAME%';

const kinds = {
  /** One user: the passphrase alone. */
  alone: {},
  /** Several users. */
  named: { asksForName: true },
  demo: { demo: { folder: FOLDER, passphrase: '%PASSPHRASE%' } },
} satisfies Record<string, Partial<ShellInfo>>;

const info: ShellInfo = {
  version: '',
  isFallbackRuntime: false,
  language: null,
  lastFolder: FOLDER,
  asksForName: false,
  colours: 'system',
  moreContrast: false,
  coversWhenLeft: false,
  hidesFirstSteps: false,
  isOpen: false,
  lastFolderHolds: 'register',
  lockedBecause: null,
  closingBackup: null,
  demo: null,
};

async function drawn(language: InterfaceLanguage, known: Partial<ShellInfo>): Promise<string> {
  const i18n = createInstance({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: await readDoorTexts(language) },
    interpolation: { escapeValue: false },
  });
  await i18n.init();
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Themed>
        <QueryClientProvider client={new QueryClient()}>
          <VaultDoor
            info={{ ...info, ...known }}
            lockReason={undefined}
            onOpened={() => undefined}
          />
        </QueryClientProvider>
      </Themed>
    </I18nextProvider>,
  );
}

export async function drawDoors(): Promise<DrawnDoor[]> {
  const doors = interfaceLanguages.flatMap((language) =>
    Object.entries(kinds).map(async ([kind, known]) => ({
      name: `${language}-${kind}`,
      language,
      markup: await drawn(language, known),
    })),
  );
  return Promise.all(doors);
}
