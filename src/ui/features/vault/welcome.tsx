import { Alert, UnstyledButton } from '@mantine/core';
import {
  IconDeviceUsb,
  IconFolderOpen,
  IconInfoCircle,
  IconPlus,
  IconSailboat,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProcedureError } from '#api/errors.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import classes from './welcome.module.css';

interface WelcomeProps {
  demoFolder: string | undefined;
  demoState: 'preparing' | 'failed' | undefined;
  isFolderLost: boolean;
  onCreate: () => void;
  onOpen: (folder: string) => void;
  onRestore: () => void;
}

async function chooseRegister(): Promise<string | null> {
  const { path } = await vault.shell.chooseFolder({ purpose: 'open' });
  if (path === null) return null;
  const { folder } = await vault.vault.status({ folder: path });
  if (folder !== 'register') throw new ProcedureError('register_missing');
  return path;
}

export function Welcome(props: WelcomeProps) {
  const { demoFolder, demoState, isFolderLost, onCreate, onOpen, onRestore } = props;
  const { t } = useTranslation('vault');
  const choose = useMutation({
    mutationFn: chooseRegister,
    onSuccess: (path) => path && onOpen(path),
  });
  return (
    <>
      <PageHeading lead={t('welcome.lead')}>{t('welcome.title')}</PageHeading>
      {isFolderLost && (
        <Alert color="terracotta" icon={<IconInfoCircle aria-hidden />} mb="md">
          {t('welcome.folderLost')}
        </Alert>
      )}
      {demoState === 'preparing' && (
        <Alert color="petrol" role="status" icon={<IconSailboat aria-hidden />} mb="md">
          {t('welcome.demoPreparing')}
        </Alert>
      )}
      {demoState === 'failed' && (
        <Alert color="red" role="alert" icon={<IconInfoCircle aria-hidden />} mb="md">
          {t('welcome.demoFailed')}
        </Alert>
      )}
      <div className={classes.choices}>
        <Choice
          icon={<IconPlus size={26} aria-hidden />}
          title={t('welcome.create')}
          text={t('welcome.createText')}
          onChoose={onCreate}
        />
        <Choice
          icon={<IconFolderOpen size={26} aria-hidden />}
          title={t('welcome.open')}
          text={t('welcome.openText')}
          onChoose={() => choose.mutate()}
        />
        <Choice
          icon={<IconDeviceUsb size={26} aria-hidden />}
          title={t('welcome.restore')}
          text={t('welcome.restoreText')}
          onChoose={onRestore}
        />
        {demoFolder && (
          <Choice
            icon={<IconSailboat size={26} aria-hidden />}
            title={t('welcome.demo')}
            text={t('welcome.demoText')}
            onChoose={() => onOpen(demoFolder)}
          />
        )}
        <ErrorNotice error={choose.error} />
      </div>
    </>
  );
}

interface ChoiceProps {
  icon: ReactNode;
  title: string;
  text: string;
  onChoose: () => void;
}

function Choice({ icon, title, text, onChoose }: ChoiceProps) {
  return (
    <UnstyledButton className={classes.choice} onClick={onChoose}>
      <span className={classes.icon}>{icon}</span>
      <span>
        <span className={classes.title}>{title}</span>
        <span className={classes.text}>{text}</span>
      </span>
    </UnstyledButton>
  );
}
