import { Alert, Button, TextInput } from '@mantine/core';
import { IconFolder, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockReason } from '#api/events.ts';
import { folderName } from '#domain/folder-name.ts';
import { sessionKey } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PassphraseInput } from '#ui/components/passphrase-input.tsx';
import { codeOf, useErrorText } from '#ui/components/use-error-text.ts';
import { todayQuery } from '../today/today-query.ts';
import classes from './unlock-form.module.css';
import { useDoor } from './use-door.ts';

interface UnlockFormProps {
  folder: string;
  /** As far as is known before the vault runs. */
  asksForName: boolean;
  demoPassphrase: string | undefined;
  lockReason: LockReason | undefined;
  onOpened: (asksForName: boolean) => void;
  onForgot: () => void;
  onAnother: () => void;
}

/** Of plain elements as far as it goes: each component of the library is read and tried for the first time here. */
export function UnlockForm(props: UnlockFormProps) {
  const { folder, demoPassphrase, lockReason } = props;
  const { t } = useTranslation('vault');
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const door = useDoor(folder, props.asksForName);
  const nameField = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const unlock = useMutation({
    mutationFn: () =>
      vault.vault.unlock({ folder, passphrase, ...(door.asksForName ? { name } : {}) }),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionKey, session);
      void queryClient.prefetchQuery(todayQuery('team'));
      props.onOpened(door.asksForName);
    },
    onError: (error) => {
      door.waitAfter(error);
      field.current?.select();
    },
  });
  const { asksForName, waitSeconds } = door;
  useEffect(() => {
    // Whoever has begun to type the passphrase must not go on where it can be read.
    const hasBegun = field.current?.value !== '';
    (asksForName && !hasBegun ? nameField : field).current?.focus();
  }, [asksForName]);
  const isReady = passphrase !== '' && waitSeconds === 0 && (!asksForName || name.trim() !== '');
  const isWrong = unlock.error !== null && codeOf(unlock.error) === 'wrong_passphrase';

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !unlock.isPending) unlock.mutate();
      }}
    >
      <PageHeading>{t('unlock.title')}</PageHeading>
      <div className={classes.fields}>
        {lockReason && (
          <Alert
            color="petrol"
            icon={<IconInfoCircle aria-hidden />}
            title={t(`lockReason.${lockReason}`)}
          />
        )}
        <div className={classes.folder} title={folder}>
          <IconFolder size={22} aria-hidden />
          <span>
            <span className={classes.what}>{t('unlock.folder')}</span>
            <bdi className={classes.name}>{folderName(folder)}</bdi>
          </span>
        </div>
        {demoPassphrase && (
          <div className={classes.demo}>
            <p>{t('unlock.demoHint')}</p>
            <div className={classes.apart}>
              <code>{demoPassphrase}</code>
              <Button
                size="compact-md"
                variant="default"
                onClick={() => {
                  setPassphrase(demoPassphrase);
                  field.current?.focus();
                }}
              >
                {t('unlock.demoFill')}
              </Button>
            </div>
          </div>
        )}
        {asksForName && (
          <TextInput
            ref={nameField}
            size="md"
            label={t('unlock.name')}
            description={t('unlock.nameHint')}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <PassphraseInput
          ref={field}
          size="md"
          label={t('unlock.passphrase')}
          autoComplete="off"
          value={passphrase}
          error={isWrong ? <span role="alert">{errorText(unlock.error)}</span> : undefined}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            unlock.reset();
          }}
        />
        {!isWrong && waitSeconds === 0 && <ErrorNotice error={unlock.error} />}
        {waitSeconds > 0 && (
          <p className={classes.wait} aria-live="off">
            {t('unlock.wait', { count: waitSeconds })}
          </p>
        )}
        {/* Words and no wheel: on an old computer a wheel that turns takes the time of what it waits for. */}
        <Button type="submit" size="md" disabled={!isReady} aria-busy={unlock.isPending}>
          {unlock.isPending ? t('unlock.opening') : t('unlock.open')}
        </Button>
        <div className={classes.apart}>
          <button type="button" className={classes.way} onClick={props.onForgot}>
            {t('unlock.forgot')}
          </button>
          <button type="button" className={classes.way} onClick={props.onAnother}>
            {t('unlock.another')}
          </button>
        </div>
      </div>
    </form>
  );
}
