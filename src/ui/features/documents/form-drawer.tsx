import { Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormRequest } from '#domain/documents/form.ts';
import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
  languageCodes,
} from '#domain/vocabularies/interface-language.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DocumentDrawer } from './document-drawer.tsx';
import { DocumentLanguageField } from './document-language-field.tsx';
import { FormFields } from './form-fields.tsx';
import { GivenToField } from './plan-drawer.tsx';
import { useLanguageOf } from './use-document-languages.ts';

interface FormDrawerProps {
  personId: string;
  /** What is known when it opens; the rest is asked for. */
  form: FormRequest;
  onClose: () => void;
}

/** Their words are the program's own, in one of its languages. */
const formsOfProgram = ['businessPlan', 'match'] as const;

/** A form about a person, as it prints, with what it still has to be told. */
export function FormDrawer({ personId, form: begun, onClose }: FormDrawerProps) {
  const labels = useLabels();
  const [form, setForm] = useState(begun);
  // A document for each letter that is typed would only make the computer slow.
  const [settled] = useDebouncedValue(form, 400);
  const [chosen, setChosen] = useState<string>();
  const [givenTo, setGivenTo] = useState('');
  const proposed = useLanguageOf(personId);
  const { current } = useLanguage();
  const isOfProgram = formsOfProgram.some((kind) => kind === begun.kind);
  const language = chosen ?? (isOfProgram ? current : proposed?.language);
  if (!language) return null;
  const wanted = { subjectId: personId, form: settled, language };
  const given = givenTo.trim() ? { givenTo } : {};
  return (
    <DocumentDrawer
      documentKey={['form', personId, JSON.stringify(settled), language]}
      label={labels.label('givenDocuments', form.kind)}
      load={() => vault.forms.get(wanted)}
      save={(file) => vault.forms.save({ ...wanted, ...file, ...given })}
      canBeLocked
      beforePrint={() => vault.forms.print({ ...wanted, ...given })}
      onClose={onClose}
      options={
        <Stack gap="sm">
          <FormFields form={form} isFixed={begun} onChange={setForm} />
          {isOfProgram ? (
            <ProgramLanguageField value={language} onChange={setChosen} />
          ) : (
            <DocumentLanguageField
              value={language}
              lacking={language === proposed?.language ? proposed.lacking : undefined}
              onChange={setChosen}
            />
          )}
          <GivenToField value={givenTo} onChange={setGivenTo} />
        </Stack>
      }
    />
  );
}

interface ProgramLanguageFieldProps {
  /** There is Italian beside it. */
  isBeside?: boolean;
  value: string;
  onChange: (language: InterfaceLanguage) => void;
}

function ProgramLanguageField({ isBeside = false, value, onChange }: ProgramLanguageFieldProps) {
  const { t } = useTranslation('documents');
  const labels = useLabels();
  return (
    <ChoiceChips
      label={t(isBeside ? 'languageBeside' : 'languageAlone')}
      isCompact
      choices={interfaceLanguages.map((one) => ({
        value: one,
        label: labels.language(languageCodes[one]),
      }))}
      value={value}
      onChange={(chosen) => isInterfaceLanguage(chosen) && onChange(chosen)}
    />
  );
}

interface PlainFormDrawerProps {
  /** The session, the participant or the activity it is about. */
  subjectId: string;
  kind: 'minutes' | 'certificate' | 'evaluation';
  onClose: () => void;
}

/** What is about a meeting or an activity, in a language of the program. */
export function PlainFormDrawer({ subjectId, kind, onClose }: PlainFormDrawerProps) {
  const labels = useLabels();
  const { current } = useLanguage();
  const [language, setLanguage] = useState<InterfaceLanguage>(current);
  const wanted = { subjectId, form: { kind }, language };
  const isGiven = kind === 'certificate';
  return (
    <DocumentDrawer
      documentKey={['form', kind, subjectId, language]}
      label={labels.label('givenDocuments', kind)}
      load={() => vault.forms.get(wanted)}
      save={(file) => vault.forms.save({ ...wanted, ...file })}
      canBeLocked={kind !== 'evaluation'}
      {...(isGiven ? { beforePrint: () => vault.forms.print(wanted) } : {})}
      onClose={onClose}
      options={<ProgramLanguageField isBeside={isGiven} value={language} onChange={setLanguage} />}
    />
  );
}
