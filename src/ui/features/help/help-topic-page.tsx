import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '#ui/app/not-found-page.tsx';
import { BackLink } from '#ui/components/back-link.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import classes from './help.module.css';
import { HelpText } from './help-text.tsx';
import { useHelp } from './use-help.ts';

export function HelpTopicPage() {
  const { t } = useTranslation('common');
  const { topicId } = useParams({ strict: false });
  const { groups, language } = useHelp();
  if (!groups) return null;
  const topic = groups.flatMap((group) => group.topics).find(({ id }) => id === topicId);
  if (!topic) return <NotFoundPage />;
  return (
    <>
      <BackLink to="/help">{t('help.back')}</BackLink>
      <article lang={language} dir="ltr" className={classes.article}>
        <PageHeading lead={<HelpText>{topic.lead}</HelpText>}>{topic.title}</PageHeading>
        <Panel>
          {topic.steps.length > 0 && (
            <ol className={classes.steps}>
              {topic.steps.map((step) => (
                <li key={step}>
                  <HelpText>{step}</HelpText>
                </li>
              ))}
            </ol>
          )}
          {topic.notes.length > 0 && (
            <ul className={classes.notes}>
              {topic.notes.map((note) => (
                <li key={note}>
                  <HelpText>{note}</HelpText>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </article>
      {topic.page && (
        <LinkButton to={topic.page} mt="lg">
          {t('help.goThere')}
        </LinkButton>
      )}
    </>
  );
}
