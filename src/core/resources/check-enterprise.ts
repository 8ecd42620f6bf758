import type { EnterpriseResource } from '#domain/enterprise/enterprise-resource.ts';
import type { LetterTemplate } from '#domain/letters/letter-template.ts';

/** Throws where a letter is named that is not there, or that asks no such question. */
export function checkEnterprise(
  content: EnterpriseResource,
  letters: ReadonlyMap<string, LetterTemplate>,
): EnterpriseResource {
  for (const { code, answers } of content.letters) {
    const keys = letters.get(code)?.questions.map(({ key }) => key);
    const unknown = Object.keys(answers).filter((key) => !keys?.includes(key));
    if (!keys || unknown.length > 0) {
      throw new Error(`a dossier goes with ${code} ${unknown.join(', ')}, which is not there`);
    }
  }
  return content;
}
