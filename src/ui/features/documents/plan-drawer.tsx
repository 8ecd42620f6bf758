import { Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { type PlanPrint, planPrints } from '#domain/documents/form.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { DocumentDrawer } from './document-drawer.tsx';
import { DocumentLanguageField } from './document-language-field.tsx';
import { useLanguageOf } from './use-document-languages.ts';

interface PlanDrawerProps {
  plan: Plan;
  /** Of what is shown; another one draws it anew. */
  revision: number;
  onClose: () => void;
}

/** A plan as it prints: itself, how it stands today, the page the person takes home, what certifies its end. */
export function PlanDrawer({ plan, revision, onClose }: PlanDrawerProps) {
  const { t } = useTranslation('documents');
  const [print, setPrint] = useState<PlanPrint>('plan');
  const [chosen, setChosen] = useState<string>();
  const [givenTo, setGivenTo] = useState('');
  const [noted] = useDebouncedValue(givenTo, 300);
  const proposed = useLanguageOf(plan.personId, plan.details.interpretedIn);
  const isSigned = plan.state === 'signed';
  const language = chosen ?? proposed?.language;
  if (!language) return null;
  const wanted = { planId: plan.id, print, language };
  const given = noted.trim() ? { givenTo: noted } : {};
  // A signed plan is printed from what was signed, in the languages of then.
  const asksLanguage =
    print === 'onePage' || print === 'closing' || (print === 'plan' && !isSigned);
  const isClosed = plan.reviews.some(({ review }) => review.decision === 'close');
  const isThere: Record<PlanPrint, boolean> = {
    plan: true,
    today: isSigned,
    onePage: true,
    closing: isClosed,
  };
  return (
    <DocumentDrawer
      documentKey={['plan', plan.id, revision, plan.state, plan.reviews.length, print, language]}
      label={t('planTitle')}
      load={() => vault.documents.plan(wanted)}
      save={(file) => vault.documents.savePlan({ ...wanted, ...file, ...given })}
      canBeLocked
      beforePrint={() => vault.documents.printPlan({ ...wanted, ...given })}
      onClose={onClose}
      options={
        <Stack gap="sm">
          <ChoiceChips
            label={t('whichPrint')}
            isCompact
            choices={planPrints
              .filter((one) => isThere[one])
              .map((value) => ({ value, label: t(`prints.${value}`) }))}
            value={print}
            onChange={(value) => setPrint(planPrints.find((one) => one === value) ?? 'plan')}
          />
          {asksLanguage && (
            <DocumentLanguageField
              value={language}
              lacking={language === proposed?.language ? proposed.lacking : undefined}
              isAlone={print === 'onePage'}
              onChange={setChosen}
            />
          )}
          <GivenToField value={givenTo} onChange={setGivenTo} />
        </Stack>
      }
    />
  );
}

interface GivenToFieldProps {
  value: string;
  onChange: (name: string) => void;
}

export function GivenToField({ value, onChange }: GivenToFieldProps) {
  const { t } = useTranslation('documents');
  return (
    <TextInput
      label={t('givenTo')}
      description={t('givenToHint')}
      maxLength={160}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
