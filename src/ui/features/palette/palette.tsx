import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NameText } from '#ui/components/name-text.tsx';
import classes from './palette.module.css';
import { useFound } from './use-found.ts';

interface PaletteProps {
  onClose: () => void;
}

/** Where to go and what to do, by typing. */
export function Palette({ onClose }: PaletteProps) {
  const { t } = useTranslation('common');
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      centered={false}
      title={t('palette.title')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Answers onClose={onClose} />
    </Modal>
  );
}

/** A list that is led from its field. */
function Answers({ onClose }: PaletteProps) {
  const { t } = useTranslation('common');
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ opened: true });
  const groups = useFound(typed);
  const all = groups.flatMap(({ items }) => items);
  const shown = all.map(({ id }) => id).join();
  const { selectFirstOption } = combobox;
  // The best answer is one key away, also when it came a moment after what was typed.
  useEffect(() => {
    if (shown !== '') selectFirstOption();
  }, [shown, selectFirstOption]);

  const choose = (id: string) => {
    // First away: what is chosen may be a dialog, which wants the focus for itself.
    onClose();
    setTimeout(() => all.find((one) => one.id === id)?.run());
  };

  return (
    <>
      <Combobox store={combobox} onOptionSubmit={choose}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            data-autofocus
            size="md"
            aria-label={t('palette.label')}
            placeholder={t('palette.label')}
            leftSection={<IconSearch size={20} aria-hidden />}
            autoComplete="off"
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            // The list has no state of its own to leave first.
            onKeyDown={({ key }) => key === 'Escape' && onClose()}
          />
        </Combobox.EventsTarget>
        <Combobox.Options
          aria-label={t('palette.title')}
          // It scrolls, which the arrows do where no mouse is.
          tabIndex={0}
          className={classes.list}
        >
          {groups.map(({ name, items }) => (
            <Combobox.Group key={name} label={t(`palette.${name}`)}>
              {items.map(({ id, words, further, isPerson }) => (
                <Combobox.Option key={id} value={id} className={classes.option}>
                  {isPerson ? <NameText strong>{words}</NameText> : words}
                  {further && <span className={classes.further}>{further}</span>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox>
      <p role="status" className={classes.foot}>
        {t(all.length === 0 ? 'palette.nothing' : 'palette.keys')}
      </p>
    </>
  );
}
