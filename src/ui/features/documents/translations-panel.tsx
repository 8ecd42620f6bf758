import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './translations-panel.module.css';
import { useDocumentLanguages } from './use-document-languages.ts';

/** Which documents can be printed in which languages, and which words nobody has read yet. */
export function TranslationsPanel() {
  const { t } = useTranslation('documents');
  const { label } = useLabels();
  const { data } = useDocumentLanguages();
  return (
    <Panel title={t('translations.title')} hint={t('translations.hint')}>
      <Text>
        {inOneLine(
          (data?.kinds ?? [])
            .filter((kind) => kind !== 'minutes' && kind !== 'today')
            .map((kind) => label('givenDocuments', kind)),
        )}
      </Text>
      <ul className={classes.languages}>
        {data?.languages.map(({ language, name, readByNativeSpeaker }) => (
          <li key={language} className={classes.language}>
            <bdi lang={language}>{name}</bdi>
            <Tag tone={readByNativeSpeaker ? 'good' : 'attention'}>
              {t(readByNativeSpeaker ? 'translations.read' : 'translations.notRead')}
            </Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
