import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '#domain/imports/import-field.ts';
import { isInterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { useProgress } from '#ui/components/use-progress.ts';
import { useSaveFile } from '../documents/use-save-file.ts';
import { CheckRows, type FileCheck, type LeaveOut, Working } from './check-rows.tsx';
import { ChooseColumns } from './choose-columns.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ChooseWords } from './choose-words.tsx';
import {
  choicesOfDraft,
  draftFor,
  type FileWords,
  type ImportDraft,
  type OpenedFile,
  withProposedCodes,
} from './import-draft.ts';

type Step =
  | { at: 'file' }
  | { at: 'columns'; file: OpenedFile }
  | { at: 'words'; file: OpenedFile; words: FileWords }
  | { at: 'check'; file: OpenedFile; words: FileWords; check: FileCheck };

/** Where there are no words to translate, that step is left out. */
const asksAnything = ({ fields, firstsOfJanuary }: FileWords) =>
  fields.length > 0 || firstsOfJanuary > 0;

const steps = ['file', 'columns', 'words', 'check'] as const;

/** Takes an old spreadsheet into the register: one question a step, and nothing is written before the last. */
export function ImportPage() {
  const { t, i18n } = useTranslation('imports');
  const navigate = useNavigate();
  const saveFile = useSaveFile();
  const [step, setStep] = useState<Step>({ at: 'file' });
  const [draft, setDraft] = useState<ImportDraft>();
  const [source, setSource] = useState<File>();
  const [leaveOut, setLeaveOut] = useState<LeaveOut>({ problems: false, duplicates: true });
  const checking = useProgress('imports.check');
  const saving = useProgress('imports.save');
  const choices = draft && choicesOfDraft(draft);

  // The vault forgets the file when nobody looks at it any more.
  useEffect(() => () => void vault.imports.close({}).catch(() => undefined), []);

  const open = useMutation({
    mutationFn: async ({ file, sheet }: { file: File; sheet?: number }) =>
      vault.imports.open({
        bytes: new Uint8Array(await file.arrayBuffer()),
        ...(sheet === undefined ? {} : { sheet }),
      }),
    onSuccess: (file, { file: source }) => {
      setSource(source);
      setDraft(draftFor(file));
      setStep({ at: 'columns', file });
    },
  });
  const check = useMutation({
    mutationFn: ({ chosen }: { chosen: ImportDraft; file: OpenedFile; words: FileWords }) =>
      vault.imports.check(choicesOfDraft(chosen)),
    onSuccess: (result, { file, words }) => setStep({ at: 'check', file, words, check: result }),
  });
  const words = useMutation({
    mutationFn: ({ chosen }: { file: OpenedFile; chosen: ImportDraft }) =>
      vault.imports.words(choicesOfDraft(chosen)),
    onSuccess: (found, { file, chosen }) => {
      const proposed = withProposedCodes(chosen, found);
      setDraft(proposed);
      if (asksAnything(found)) setStep({ at: 'words', file, words: found });
      else check.mutate({ chosen: proposed, file, words: found });
    },
  });
  const save = useMutation({
    mutationFn: (chosen: ImportChoices) =>
      vault.imports.save({
        choices: chosen,
        leaveOutProblems: leaveOut.problems,
        leaveOutDuplicates: leaveOut.duplicates,
      }),
    onSuccess: ({ created, leftOut }) => {
      notifyDone(t('done', { count: created, leftOut }));
      void navigate({ to: '/people' });
    },
  });
  const stop = () => void vault.imports.stop({}).catch(() => undefined);
  const error = open.error ?? words.error ?? check.error ?? save.error;

  const content = () => {
    if (check.isPending) {
      return <Working title={t('check.working')} progress={checking} onStop={stop} />;
    }
    if (save.isPending) return <Working title={t('saving')} progress={saving} onStop={stop} />;
    if (step.at === 'file' || !draft || !choices) {
      return <ChooseFile isReading={open.isPending} onFile={(file) => open.mutate({ file })} />;
    }
    if (step.at === 'columns') {
      return (
        <ChooseColumns
          file={step.file}
          draft={draft}
          isWorking={words.isPending || open.isPending}
          onSheet={(sheet) => source && open.mutate({ file: source, sheet })}
          onChange={setDraft}
          onNext={() => words.mutate({ file: step.file, chosen: draft })}
        />
      );
    }
    if (step.at === 'words') {
      return (
        <ChooseWords
          words={step.words}
          draft={draft}
          isWorking={check.isPending}
          onChange={setDraft}
          onBack={() => setStep({ at: 'columns', file: step.file })}
          onNext={() => check.mutate({ chosen: draft, file: step.file, words: step.words })}
        />
      );
    }
    return (
      <CheckRows
        check={step.check}
        leaveOut={leaveOut}
        onLeaveOut={setLeaveOut}
        onSaveProblems={() =>
          saveFile.mutate({
            suggestedName: 'import.csv',
            format: 'csv',
            write: (grant) =>
              vault.imports.saveProblems({
                choices,
                language: isInterfaceLanguage(i18n.language) ? i18n.language : 'it',
                grant,
              }),
          })
        }
        onBack={() => {
          const { file, words } = step;
          setStep(asksAnything(words) ? { at: 'words', file, words } : { at: 'columns', file });
        }}
        onSave={() => save.mutate(choices)}
      />
    );
  };

  return (
    <>
      <PageHeading lead={t('lead', { step: steps.indexOf(step.at) + 1, steps: steps.length })}>
        {t('title')}
      </PageHeading>
      <Stack gap="lg">
        <ErrorNotice error={error} />
        {content()}
      </Stack>
    </>
  );
}
