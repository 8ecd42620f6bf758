import { List, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { type PersonDraft, problemsOf, toPersonDetails } from './person-draft.ts';

interface FiscalCodeFieldProps {
  draft: PersonDraft;
  personId: string | undefined;
  onChange: (part: Partial<PersonDraft>) => void;
}

/** Doubts about a code are said beside it and stop nobody: the card is right, not the program. */
export function FiscalCodeField({ draft, personId, onChange }: FiscalCodeFieldProps) {
  const { t } = useTranslation('people');
  const { label } = useLabels();
  const [typed] = useDebouncedValue(draft.fiscalCode.trim(), 400);
  const { names, birth, sex, birthCountry } = toPersonDetails(draft);
  const holder = { ...(names.length > 0 ? { names } : {}), birth, sex, birthCountry };
  const { data } = useQuery({
    queryKey: ['fiscalCodes', 'check', typed, personId, holder],
    queryFn: () => vault.fiscalCodes.check({ fiscalCode: typed, personId, holder }),
    enabled: typed !== '' && !problemsOf(draft, '9999-12-31').names,
    gcTime: 0,
  });
  const check = typed === '' ? undefined : data;
  return (
    <div>
      <TextInput
        label={t('form.fiscalCode')}
        description={t('form.fiscalCodeHint')}
        dir="ltr"
        maxLength={32}
        autoComplete="off"
        spellCheck={false}
        value={draft.fiscalCode}
        onChange={(event) => onChange({ fiscalCode: event.currentTarget.value })}
      />
      <div role="status">
        {check && check.kind !== 'unreadable' && check.kind !== 'definitive' && (
          <Text size="sm" mt={4}>
            {label('fiscalCodeKinds', check.kind)}
          </Text>
        )}
        {check && (check.warnings.length > 0 || check.sameAs) && (
          <List size="sm" c="terracotta.8" mt={4}>
            {check.warnings.map((warning) => (
              <List.Item key={warning}>{t(`fiscalCode.${warning}`)}</List.Item>
            ))}
            {check.sameAs && (
              <List.Item>
                {t('fiscalCode.sameAs')}{' '}
                <Link to="/people/$personId" params={{ personId: check.sameAs.personId }}>
                  <NameText>{check.sameAs.listedName}</NameText>
                </Link>
              </List.Item>
            )}
          </List>
        )}
      </div>
    </div>
  );
}
