import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { spokenName } from '#domain/names/person-name.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './person-overview.module.css';

/** Who somebody is, as far as they said. */
export function IdentityFacts({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const dates = useDates();
  const labels = useLabels();
  const { details } = person;
  const { names, birth, birthCountry, birthPlace, nationalities, languages } = details;
  const howWell = ({ level, cefr, reads, writes, forPapers }: (typeof languages)[number]) =>
    inOneLine([
      labels.label('languageLevels', level),
      cefr && labels.label('cefrLevels', cefr.level),
      cefr && labels.label('cefrSources', cefr.source),
      skills(reads, writes),
      forPapers && t('person.forPapers'),
    ]);
  const skills = (reads?: boolean, writes?: boolean) => {
    if (reads && writes) return t('person.readsAndWrites');
    if (reads) return t('person.readsOnly');
    if (writes) return t('person.writesOnly');
    return reads === false ? t('person.readsNot') : undefined;
  };
  const nameOrigin = ({ source, fromOn, toOn }: (typeof names)[number]) =>
    inOneLine([
      source && labels.label('nameSources', source),
      fromOn && t('person.nameFrom', { date: dates.day(fromOn) }),
      toOn && t('person.nameTo', { date: dates.day(toOn) }),
    ]);
  const spokenLanguages = languages.map(
    (one) => `${labels.language(one.language)} (${howWell(one)})`,
  );
  const bornIn = [birthPlace, birthCountry && labels.country(birthCountry)].filter(Boolean);
  const { gender, pronoun, civilStatus, literacy, fiscalCode, note } = details;
  const { interpreterWish, arrivalWay, cameThrough, sentBy, request, urgency } = details;
  const { originCountry, firstEntry, firstEntryCountry, firstEntryPlace, route } = details;
  return (
    <FactList
      facts={[
        ...names.map((name, index) => ({
          key: `${name.kind}-${spokenName(name)}`,
          label: labels.label('nameKinds', name.kind),
          value: (
            <>
              <NameText strong={index === 0}>{spokenName(name)}</NameText>
              {name.transliteration && (
                <span className={classes.soft}> · {name.transliteration}</span>
              )}
              {nameOrigin(name) && <span className={classes.soft}> · {nameOrigin(name)}</span>}
            </>
          ),
        })),
        { label: t('form.birth'), value: birth && dates.partial(birth) },
        { label: t('person.bornIn'), value: listed(bornIn) },
        {
          label: t('form.enteredItaly'),
          value: details.enteredItaly && dates.partial(details.enteredItaly),
        },
        {
          label: t('form.firstEntry'),
          value: inOneLine([
            firstEntry && dates.partial(firstEntry),
            firstEntryPlace,
            firstEntryCountry && labels.country(firstEntryCountry),
          ]),
        },
        { label: t('form.route'), value: route && <bdi dir="auto">{route}</bdi> },
        { label: t('form.sex'), value: labels.label('sexes', details.sex) },
        { label: t('form.gender'), value: gender && inOneLine([gender, pronoun]) },
        { label: t('person.pronoun'), value: gender ? undefined : pronoun },
        { label: t('form.nationalities'), value: listed(nationalities.map(labels.country)) },
        {
          label: t('form.originCountry'),
          value: originCountry && labels.country(originCountry),
        },
        { label: t('form.languages'), value: spokenLanguages.join('\n') },
        { label: t('form.literacy'), value: literacy && labels.label('literacies', literacy) },
        {
          label: t('form.interpreterWish'),
          value: interpreterWish && labels.label('interpreterWishes', interpreterWish),
        },
        {
          label: t('form.arrivalWay'),
          value: arrivalWay && labels.label('arrivalWays', arrivalWay),
        },
        {
          label: t('form.cameThrough'),
          value: inOneLine([cameThrough && labels.label('doors', cameThrough), sentBy]),
        },
        { label: t('form.request'), value: request && <bdi dir="auto">«{request}»</bdi> },
        { label: t('form.urgency'), value: urgency && labels.label('urgencies', urgency) },
        {
          label: t('form.civilStatus'),
          value: civilStatus && labels.label('civilStatuses', civilStatus),
        },
        {
          label: t('form.dependants'),
          value: details.dependants === undefined ? undefined : String(details.dependants),
        },
        { label: t('form.fiscalCode'), value: fiscalCode && <bdi dir="ltr">{fiscalCode}</bdi> },
        { label: t('form.note'), value: note && <bdi dir="auto">{note}</bdi> },
      ]}
    />
  );
}
