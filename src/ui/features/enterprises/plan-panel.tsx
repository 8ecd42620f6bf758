import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconCircleCheck, IconFileText, IconListCheck, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, PlanSectionShown } from '#api/enterprises.ts';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useMoney } from '#ui/i18n/use-money.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { FormDrawer } from '../documents/form-drawer.tsx';
import { PlanLetterDialog } from './plan-letter-dialog.tsx';
import { SectionDialog } from './section-dialog.tsx';

/** The plan section by section, what is still missing, and what can be made of it. */
export function PlanPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('enterprises');
  const dates = useDates();
  const [edited, setEdited] = useState<PlanSectionShown>();
  const { sections, source, checkedOn } = dossier;
  return (
    <Stack gap="lg">
      <Standing dossier={dossier} />
      <Panel title={t('plan.sections')} hint={t('plan.hint')}>
        <ol className={lines.lines}>
          {sections.map((section) => (
            <li key={section.code} className={lines.line}>
              <SectionLine
                section={section}
                gap={dossier.gaps.find((one) => one.section === section.code)?.why}
                onEdit={() => setEdited(section)}
              />
            </li>
          ))}
        </ol>
        <p className={lines.soft}>{t('plan.source', { source, date: dates.day(checkedOn) })}</p>
      </Panel>
      {edited && (
        <SectionDialog
          key={edited.code}
          dossier={dossier}
          section={edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  );
}

/** Whether the plan is complete, and the papers that can be made of it. */
function Standing({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('enterprises');
  const words = useRuleWords();
  const [printed, setPrinted] = useState<'draft' | 'final'>();
  const [letter, setLetter] = useState<Dossier['letters'][number]>();
  const { gaps, sections, personId, enrolmentId, letters, idea } = dossier;
  const isComplete = gaps.length === 0;
  const missing = sections.filter(({ code }) => gaps.some(({ section }) => section === code));
  return (
    <Panel title={t('plan.title')}>
      <Stack gap="md">
        {isComplete ? (
          <Alert color="petrol" icon={<IconCircleCheck aria-hidden />} title={t('plan.complete')}>
            {t(idea ? 'plan.completeText' : 'plan.ideaFirst')}
          </Alert>
        ) : (
          <Alert
            color="terracotta"
            icon={<IconListCheck aria-hidden />}
            title={t('plan.missing', { count: gaps.length })}
          >
            {t('plan.missingText', { sections: missing.map(({ name }) => words(name)).join(', ') })}
          </Alert>
        )}
        <Group gap="xs">
          <Button
            variant={isComplete ? 'default' : 'light'}
            leftSection={<IconFileText size={18} aria-hidden />}
            onClick={() => setPrinted('draft')}
          >
            {t('plan.draft')}
          </Button>
          <Button
            disabled={!isComplete}
            leftSection={<IconFileText size={18} aria-hidden />}
            onClick={() => setPrinted('final')}
          >
            {t('plan.final')}
          </Button>
          {letters.map((one) => (
            <Button
              key={one.code}
              variant="light"
              disabled={!isComplete || !idea}
              leftSection={<IconMail size={18} aria-hidden />}
              onClick={() => setLetter(one)}
            >
              {words(one.name)}
            </Button>
          ))}
        </Group>
      </Stack>
      {printed && (
        <FormDrawer
          personId={personId}
          form={{ kind: 'businessPlan', enrolmentId, isFinal: printed === 'final' }}
          onClose={() => setPrinted(undefined)}
        />
      )}
      {letter && (
        <PlanLetterDialog dossier={dossier} letter={letter} onClose={() => setLetter(undefined)} />
      )}
    </Panel>
  );
}

interface SectionLineProps {
  section: PlanSectionShown;
  gap: Dossier['gaps'][number]['why'] | undefined;
  onEdit: () => void;
}

function SectionLine({ section, gap, onEdit }: SectionLineProps) {
  const { t } = useTranslation('enterprises');
  const words = useRuleWords();
  const money = useMoney();
  const { content, isNeeded } = section;
  const sum = content.amounts.reduce((all, { cents }) => all + cents, 0);
  const name = words(section.name);
  const said = [sum > 0 && money(sum), content.words].filter(Boolean).join(' · ');
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {name}{' '}
          {gap ? (
            <Tag tone="attention">{t(`plan.gap.${gap}`)}</Tag>
          ) : said ? (
            <Tag tone="good">{t('plan.written')}</Tag>
          ) : (
            !isNeeded && <Tag>{t('plan.optional')}</Tag>
          )}
        </p>
        <p className={lines.soft} dir="auto">
          {said.length > SHOWN ? `${said.slice(0, SHOWN)}…` : said || words(section.asks)}
        </p>
      </div>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t(said ? 'plan.editOf' : 'plan.writeOf', { section: name })}
        onClick={onEdit}
      >
        {t(said ? 'plan.edit' : 'plan.write')}
      </Button>
    </>
  );
}

/** Of what is written in a section; the whole is in its dialog and on paper. */
const SHOWN = 220;
