import { useQuery } from '@tanstack/react-query';
import { type ProposedLanguage, proposedLanguage } from '#domain/documents/proposed-language.ts';
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

/** What a document for this person is best printed in; undefined until it is known. */
export function useLanguageOf(
  personId: string,
  interpretedIn?: string,
): ProposedLanguage | undefined {
  const { data } = useDocumentLanguages();
  const person = usePerson(personId).data;
  if (!data || !person) return undefined;
  return proposedLanguage(data.languages, person.details.languages, interpretedIn);
}
