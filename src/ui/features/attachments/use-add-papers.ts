import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProcedureError } from '#api/errors.ts';
import { type AttachmentDetails, maxAttachmentBytes } from '#domain/attachments/attachment.ts';
import { keptFileName } from '#domain/attachments/file-name.ts';
import { vault } from '#ui/app/vault-client.ts';
import { notifyDone, notifyProblem } from '#ui/components/notify.ts';
import { useErrorText } from '#ui/components/use-error-text.ts';

export interface RefusedFile {
  key: number;
  /** Empty for a file from a dialog: the page does not learn its name. */
  name: string;
  error: unknown;
}

interface Added {
  id: string;
  outcome: 'added' | 'alreadyThere';
}

interface FileToAdd {
  name: string;
  add: () => Promise<Added>;
}

async function bytesOf(file: File): Promise<Uint8Array> {
  // Before it is read: what is too large would only fill the memory of the page.
  if (file.size > maxAttachmentBytes) throw new ProcedureError('attachment_too_large');
  const bytes = await file.arrayBuffer().catch(() => {
    // A folder looks like a file until it is read.
    throw new ProcedureError('file_not_read');
  });
  return new Uint8Array(bytes);
}

/** What files added somewhere are, and what they belong to. */
type About = Required<Pick<AttachmentDetails, 'kind' | 'link'>>;

/** A paper that belongs to something already stays there. */
async function relate(personId: string, { id }: Added, about: About): Promise<void> {
  const { items } = await vault.attachments.list({ personId });
  const paper = items.find((one) => one.id === id);
  if (!paper || paper.details.link) return;
  await vault.attachments.save({ id, details: { ...paper.details, ...about } });
}

/** Adds files one after another; opens the paper when it is only one. */
export function useAddPapers(personId: string, onOpen: (id: string) => void, about?: About) {
  const { t } = useTranslation('attachments');
  const textOf = useErrorText();
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [refused, setRefused] = useState<RefusedFile[]>([]);

  const adding = useMutation({
    mutationFn: async (files: FileToAdd[]) => {
      const added: Added[] = [];
      const failed: RefusedFile[] = [];
      for (const [done, { name, add }] of files.entries()) {
        setProgress({ done, total: files.length });
        try {
          const one = await add();
          if (about) await relate(personId, one, about);
          added.push(one);
        } catch (error) {
          failed.push({ key: done, name, error });
        }
      }
      return { added, failed };
    },
    onSuccess: ({ added, failed }) => {
      setRefused(failed);
      const fresh = added.filter(({ outcome }) => outcome === 'added');
      if (fresh.length > 0) notifyDone(t('added', { count: fresh.length }));
      const known = added.length - fresh.length;
      if (known > 0) notifyDone(t('alreadyThere', { count: known }));
      const [only] = added;
      if (only && added.length === 1) onOpen(only.id);
    },
  });

  const run = (files: FileToAdd[]) => {
    setRefused([]);
    if (files.length > 0) adding.mutate(files);
  };
  return {
    isAdding: adding.isPending,
    ...progress,
    refused,
    clearRefused: () => setRefused([]),
    choose: async (isRestricted = false) => {
      try {
        const { grants } = await vault.shell.chooseFiles({});
        run(
          grants.map((grant) => ({
            name: '',
            add: () => vault.attachments.addFile({ personId, grant, isRestricted }),
          })),
        );
      } catch (error) {
        notifyProblem(textOf(error));
      }
    },
    drop: async (files: File[]) =>
      run(
        files.map((file) => ({
          // Shown on the page: it must not turn around what stands beside it.
          name: keptFileName(file.name),
          add: async () =>
            vault.attachments.add({ personId, fileName: file.name, bytes: await bytesOf(file) }),
        })),
      ),
  };
}
