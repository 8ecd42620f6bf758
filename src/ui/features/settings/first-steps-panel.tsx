import { Button, Group } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type FirstStep, firstSteps } from '#domain/casework/first-steps.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { Panel } from '#ui/components/panel.tsx';
import classes from './first-steps-panel.module.css';

const PLACES = {
  association: '/settings',
  letterhead: '/settings/letters',
  backup: '/settings/keeping',
  team: '/settings/team',
  directory: '/directory/new',
  programme: '/programmes',
  person: '/people/new',
  letter: '/people',
} as const satisfies Record<FirstStep, string>;

const HIDDEN = ['shell', 'firstSteps'];

/** For whoever sets a register up: what is left until the first letter, until all is done or it is put away. */
export function FirstStepsPanel() {
  const { t } = useTranslation('first-steps');
  const { user, isDemo } = useSession();
  const queries = useQueryClient();
  const isAsked = user.role === 'coordinator' && !isDemo;
  const info = useQuery({
    queryKey: HIDDEN,
    queryFn: () => vault.shell.info({}),
    enabled: isAsked,
  });
  const isShown = isAsked && info.data?.hidesFirstSteps === false;
  const { data } = useQuery({
    queryKey: ['association', 'firstSteps'],
    queryFn: () => vault.firstSteps.get({}),
    enabled: isShown,
    // Any of many things may have been done meanwhile.
    staleTime: 0,
  });
  if (!isShown || !data || data.done.length === firstSteps.length) return null;
  const hide = async () => {
    await vault.shell.setPreferences({ hidesFirstSteps: true });
    await queries.invalidateQueries({ queryKey: HIDDEN });
  };
  const next = firstSteps.find((step) => !data.done.includes(step));
  return (
    <section className={classes.panel} aria-label={t('title')}>
      <Panel
        title={t('title')}
        hint={t('lead', { done: data.done.length, total: firstSteps.length })}
      >
        <ol className={classes.steps}>
          {firstSteps.map((step) => {
            const isDone = data.done.includes(step);
            return (
              <li key={step} className={classes.step} data-done={isDone || undefined}>
                {isDone ? (
                  <IconCircleCheckFilled size={22} role="img" aria-label={t('done')} />
                ) : (
                  <IconCircle size={22} aria-hidden />
                )}
                <div>
                  <Link to={PLACES[step]} className={step === next ? classes.next : undefined}>
                    {t(`${step}.title`)}
                  </Link>
                  {!isDone && <p className={classes.hint}>{t(`${step}.hint`)}</p>}
                  {step === 'person' && !isDone && <Link to="/people/import">{t('import')}</Link>}
                </div>
              </li>
            );
          })}
        </ol>
        <Group justify="flex-end" mt="sm">
          <Button variant="subtle" size="compact-md" onClick={() => void hide()}>
            {t('hide')}
          </Button>
        </Group>
      </Panel>
    </section>
  );
}
