import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { DocumentView } from '../documents/document-view.tsx';

interface LetterCopiesProps {
  letterId: string;
  /** A letter to the person is their copy already. */
  hasPersonCopy: boolean;
  /** Changes whenever the letter would look different, such as after a withdrawn consent. */
  state?: string;
}

const kinds = ['office', 'person'] as const;

/** One letter, two sheets of paper: what the office gets and what the person keeps. */
export function LetterCopies({ letterId, hasPersonCopy, state = '' }: LetterCopiesProps) {
  const { t } = useTranslation(['letters', 'documents']);
  const [kind, setKind] = useState<(typeof kinds)[number]>('office');
  const printed = () => vault.letters.recordCopy({ letterId, kind });
  return (
    <Stack gap="sm" mt="sm">
      {hasPersonCopy && (
        <SegmentedControl
          aria-label={t('copies.which')}
          data={kinds.map((one) => ({ value: one, label: t(`copies.${one}`) }))}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'office')}
        />
      )}
      {kind === 'office' ? (
        <DocumentView
          key="office"
          documentKey={['letter', letterId, state]}
          label={t('documents:letterTitle')}
          load={() => vault.documents.letter({ letterId })}
          save={(file) => vault.documents.saveLetter({ letterId, ...file })}
          canBeLocked
          beforePrint={printed}
        />
      ) : (
        <DocumentView
          key="person"
          documentKey={['letter-copy', letterId, state]}
          label={t('copies.person')}
          load={() => vault.documents.letterCopy({ letterId })}
          save={(file) => vault.documents.saveLetterCopy({ letterId, ...file })}
          canBeLocked
          beforePrint={printed}
        />
      )}
    </Stack>
  );
}
