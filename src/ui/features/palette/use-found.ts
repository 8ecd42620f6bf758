import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { plainLetters } from '#domain/text.ts';
import { availableCommands, runCommand } from '#ui/app/commands.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { commandWords, mayGo, nameSpaces, parts, places } from './places.ts';

interface Found {
  id: string;
  words: string;
  /** Beside a person: which of those with this name. */
  further?: string | undefined;
  isPerson?: boolean;
  run: () => void;
}

export interface FoundGroup {
  name: 'people' | 'inFile' | 'commands' | 'pages';
  items: Found[];
}

const PEOPLE_AT_MOST = 6;

/** Every word that was typed begins one of the words on the line. */
function answers(words: string, typed: string): boolean {
  const begun = plainLetters(words).split(/[\s'’-]+/);
  return plainLetters(typed)
    .split(/\s+/)
    .every((word) => begun.some((one) => one.startsWith(word)));
}

const lastIfCommands = (one: FoundGroup, other: FoundGroup) =>
  Number(one.name === 'commands') - Number(other.name === 'commands');

/** What answers the words typed, people first; with nothing typed, everything but people. */
export function useFound(typed: string): FoundGroup[] {
  const { t } = useTranslation([...nameSpaces]);
  const { user } = useSession();
  const { personId } = useParams({ strict: false });
  const navigate = useNavigate();
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const { data } = useQuery({
    queryKey: ['people', 'list', 'palette', asked],
    queryFn: () => vault.people.list({ query: asked, limit: PEOPLE_AT_MOST, showClosed: true }),
    enabled: asked !== '' && user.role !== 'reporter',
  });
  const people = (typed.trim() === '' ? [] : (data?.items ?? [])).map(
    ({ id, listedName, caseNumber }): Found => ({
      id,
      words: listedName,
      further: caseNumber,
      isPerson: true,
      run: () => void navigate({ to: '/people/$personId', params: { personId: id } }),
    }),
  );
  const inFile = personId === undefined ? [] : parts;
  const groups: FoundGroup[] = [
    { name: 'people', items: people },
    {
      name: 'inFile',
      items: inFile.map(({ to, words }) => ({
        id: to,
        words: t(words),
        run: () => void navigate({ to, params: { personId: personId ?? '' } }),
      })),
    },
    {
      name: 'commands',
      items: availableCommands().map((name) => ({
        id: name,
        words: t(commandWords[name]),
        run: () => runCommand(name),
      })),
    },
    {
      name: 'pages',
      items: places
        .filter((place) => mayGo(place, user.role))
        .map(({ to, words }) => ({ id: to, words: t(words), run: () => void navigate({ to }) })),
    },
  ];
  // What is done stands last where something was typed: a key too many must not lock the register.
  const inOrder = typed.trim() === '' ? groups : groups.toSorted(lastIfCommands);
  return inOrder
    .map(({ name, items }) => ({
      name,
      items:
        name === 'people' || typed.trim() === ''
          ? items
          : items.filter(({ words }) => answers(words, typed.trim())),
    }))
    .filter(({ items }) => items.length > 0);
}
