import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterTemplateSummary } from '#api/letters.ts';
import type { LetterFact, SpecialTopic } from '#domain/letters/letter-fact.ts';
import { allowedFactsOf, identityOf } from '#domain/letters/letter-identity.ts';
import { factsNotFor } from '#domain/letters/safe-recipient.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { Folded } from '#ui/components/folded.tsx';
import { useOrganisations } from '../directory/use-organisations.ts';
import classes from './letter-dialog.module.css';
import type { LetterDraft } from './letter-draft.ts';
import { SkillsFromFile } from './skills-from-file.tsx';

interface LetterPartProps {
  personId: string | undefined;
  draft: LetterDraft;
  template: LetterTemplateSummary;
  onChange: (part: Partial<LetterDraft>) => void;
}

/** What is said about the person: from the register by ticks, by hand for what it does not know. */
export function LetterFactFields({ personId, draft, template, onChange }: LetterPartProps) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const offered = useFactsToOffer(draft, template);
  const confidence = { isConfidential: draft.isConfidential ?? false };
  return (
    <>
      <fieldset className={classes.facts}>
        <legend>{t('facts')}</legend>
        <p className={classes.factsHint}>
          {t(identityOf(template, confidence) === 'code' ? 'factsHintCode' : 'factsHint')}
        </p>
        {offered.map((fact) => (
          <Checkbox
            key={fact}
            label={t(`vocabularies:letterFacts.${fact}`)}
            checked={draft.facts.includes(fact)}
            onChange={(event) =>
              onChange({
                facts: event.currentTarget.checked
                  ? [...draft.facts, fact]
                  : draft.facts.filter((one) => one !== fact),
              })
            }
          />
        ))}
      </fieldset>
      <QuestionFields personId={personId} draft={draft} template={template} onChange={onChange} />
      {template.specialTopics.length > 0 && (
        <Folded label={t('special')} startsOpen={Object.keys(draft.special).length > 0}>
          <p className={classes.factsHint}>{t('specialHint')}</p>
          <Stack gap="sm">
            {template.specialTopics.map((topic) => (
              <TopicField key={topic} topic={topic} draft={draft} onChange={onChange} />
            ))}
          </Stack>
        </Folded>
      )}
    </>
  );
}

/**
 * Those the chosen office may be told. One that was ticked before the office was chosen stays to be seen, so
 * that it can be unticked: the vault refuses the letter with it.
 */
function useFactsToOffer(
  { organisationId, facts, isConfidential = false }: LetterDraft,
  template: LetterTemplateSummary,
): LetterFact[] {
  const allowedFacts = allowedFactsOf(template, { isConfidential });
  const office = useOrganisations()?.find(({ id }) => id === organisationId);
  const untold = office ? factsNotFor(office.kind, allowedFacts) : [];
  return allowedFacts.filter((fact) => !untold.includes(fact) || facts.includes(fact));
}

function QuestionFields({ personId, draft, template, onChange }: LetterPartProps) {
  const { current } = useLanguage();
  const answer = (key: string, text: string) =>
    onChange({ answers: { ...draft.answers, [key]: text } });
  return template.questions.map(({ key, label, isLong }) => {
    const shared = {
      label: wordsIn(label, current),
      maxLength: 600,
      value: draft.answers[key] ?? '',
    };
    return isLong ? (
      <div key={key}>
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(event) => answer(key, event.currentTarget.value)}
        />
        {key === 'skills' && personId && (
          <SkillsFromFile
            personId={personId}
            written={shared.value}
            onTake={(words) => answer(key, words.slice(0, shared.maxLength))}
          />
        )}
      </div>
    ) : (
      <TextInput
        key={key}
        {...shared}
        onChange={(event) => answer(key, event.currentTarget.value)}
      />
    );
  });
}

interface TopicFieldProps {
  topic: SpecialTopic;
  draft: LetterDraft;
  onChange: (part: Partial<LetterDraft>) => void;
}

/** One tick for one topic, and only then a place to write. */
function TopicField({ topic, draft, onChange }: TopicFieldProps) {
  const { t } = useTranslation(['letters', 'vocabularies']);
  const text = draft.special[topic];
  const label = t(`vocabularies:specialTopics.${topic}`);
  const say = (words: string | undefined) => {
    const { [topic]: _, ...others } = draft.special;
    onChange({ special: words === undefined ? others : { ...others, [topic]: words } });
  };
  return (
    <div>
      <Checkbox
        label={label}
        checked={text !== undefined}
        onChange={(event) => say(event.currentTarget.checked ? '' : undefined)}
      />
      {text !== undefined && (
        <Textarea
          mt={6}
          aria-label={label}
          description={t('topicHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={800}
          value={text}
          onChange={(event) => say(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
