import { useQuery } from '@tanstack/react-query';
import type { DocumentWords } from '#api/forms.ts';
import { vault } from '#ui/app/vault-client.ts';
import { usePerson } from '../people/use-person.ts';

export const italianOnly = 'it';

/** Languages documents can be printed in; they do not change while the program runs. */
export function useDocumentLanguages() {
  return useQuery({
    queryKey: ['forms', 'list'],
    queryFn: () => vault.forms.list({}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The language of documents that speakers of a register's language read; Italian where there is none. */
function languageFor(
  languages: readonly DocumentWords[],
  spoken: readonly (string | undefined)[],
): string {
  const found = spoken.flatMap(
    (code) =>
      languages.find(({ registerLanguages }) => code && registerLanguages.includes(code)) ?? [],
  );
  return found[0]?.language ?? italianOnly;
}

/** What a document for this person is best printed in; undefined until it is known. */
export function useLanguageOf(personId: string, interpretedIn?: string): string | undefined {
  const { data } = useDocumentLanguages();
  const person = usePerson(personId).data;
  if (!data || !person) return undefined;
  const { languages } = person.details;
  const first = languages.filter((one) => one.needsInterpreter || one.level === 'native');
  return languageFor(data.languages, [interpretedIn, ...first.map(({ language }) => language)]);
}
