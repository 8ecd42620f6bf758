import { ActionIcon, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NameText } from '#ui/components/name-text.tsx';
import classes from './people-field.module.css';
import { PersonPicker, type PickedPerson } from './person-picker.tsx';

interface PeopleFieldProps {
  label: string;
  description?: string;
  people: PickedPerson[];
  onChange: (people: PickedPerson[]) => void;
}

/** Several people of the register, found one after the other. */
export function PeopleField({ label, description, people, onChange }: PeopleFieldProps) {
  const { t } = useTranslation('services');
  return (
    <div>
      {/* Emptied for the next one. */}
      <PersonPicker
        key={people.length}
        label={label}
        description={description}
        exceptIds={people.map((one) => one.id)}
        onPick={(person) => onChange([...people, person])}
      />
      {people.length > 0 && (
        <ul className={classes.people} aria-label={label}>
          {people.map((person) => (
            <li key={person.id}>
              <Group gap={4} wrap="nowrap" className={classes.person}>
                <NameText>{person.listedName}</NameText>
                <ActionIcon
                  size="md"
                  variant="subtle"
                  aria-label={t('person.remove', { name: person.listedName })}
                  onClick={() => onChange(people.filter((one) => one.id !== person.id))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
