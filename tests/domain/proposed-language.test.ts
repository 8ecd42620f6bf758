import { describe, expect, test } from 'vitest';
import { nodePorts } from '#core/host/node-ports.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { proposedLanguage, type SpokenLanguage } from '#domain/documents/proposed-language.ts';

const available = [...loadResources(nodePorts().resourcesDir).documentTexts.values()].map(
  ({ language, registerLanguages }) => ({
    language,
    registerLanguages: Object.keys(registerLanguages),
  }),
);
const speaks = (
  language: string,
  level: SpokenLanguage['level'],
  needsInterpreter = false,
): SpokenLanguage => ({ language, level, needsInterpreter });
const propose = (spoken: SpokenLanguage[], interpretedIn?: string) =>
  proposedLanguage(available, spoken, interpretedIn);

describe('beside Italian stands', () => {
  test.each([
    ['Dari', 'prs', 'fa'],
    ['Levantine Arabic', 'apc', 'ar'],
    ['Nigerian Pidgin', 'pcm', 'en'],
    ['Tigrinya', 'tir', 'ti'],
    ['Bengali', 'ben', 'bn'],
  ])('for a speaker of %s what is written for them', (_, code, language) => {
    expect(propose([speaks('ita', 'basic'), speaks(code, 'native')])).toEqual({ language });
  });

  test('what they asked papers to be in, also where it is explained in another', () => {
    const reads = { ...speaks('fra', 'good'), forPapers: true };
    expect(propose([speaks('bam', 'native', true), reads], 'bam')).toEqual({ language: 'fr' });
  });

  test.each([
    ['Albanian', 'sqi'],
    ['Romanian', 'ron'],
    ['German', 'deu'],
    ['Russian', 'rus'],
    ['Sorani', 'ckb'],
    ['Hindi', 'hin'],
    ['Punjabi', 'pan'],
    ['Tamil', 'tam'],
    ['Sinhala', 'sin'],
    ['Amharic', 'amh'],
    ['Chinese', 'cmn'],
  ])('for a speaker of %s another language they speak, or nothing, and that is said', (_, code) => {
    const native = speaks(code, 'native', true);
    expect(propose([native, speaks('eng', 'basic'), speaks('ara', 'good')])).toEqual({
      language: 'ar',
      lacking: code,
    });
    expect(propose([native, speaks('eng', 'basic')])).toEqual({ language: 'en', lacking: code });
    expect(propose([native])).toEqual({ language: 'it', lacking: code });
  });

  test('nothing for whoever speaks Italian better than the others there are', () => {
    const spoken = [speaks('sqi', 'native'), speaks('eng', 'basic'), speaks('ita', 'good')];
    expect(propose(spoken)).toEqual({ language: 'it', lacking: 'sqi' });
    expect(propose([speaks('eng', 'none')])).toEqual({ language: 'it' });
  });

  test('first of all the language it was explained in', () => {
    const spoken = [speaks('ben', 'native'), speaks('eng', 'good')];
    expect(propose(spoken, 'eng')).toEqual({ language: 'en' });
    expect(propose(spoken, 'hin')).toEqual({ language: 'bn', lacking: 'hin' });
  });
});
