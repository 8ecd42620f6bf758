import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#api/backups.ts';
import { Folded } from '#ui/components/folded.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { formatInstant } from '#ui/i18n/dates.ts';
import { useFileSize } from '../attachments/use-file-size.ts';
import { RemoveBackup } from './remove-backup.tsx';

/** Every copy that was found sound, newest first. */
export function BackupList({ backups, mayRemove }: { backups: Backup[]; mayRemove: boolean }) {
  const { t, i18n } = useTranslation('backups');
  const sizeOf = useFileSize();
  if (backups.length === 0) return null;
  return (
    <Folded label={t('list', { count: backups.length })}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('listHint')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.madeAt')}</Table.Th>
            <Table.Th>{t('column.fileName')}</Table.Th>
            <Table.Th>{t('column.size')}</Table.Th>
            <Table.Th>{t('column.state')}</Table.Th>
            {mayRemove && <Table.Th>{t('column.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.map((one, index) => (
            <Table.Tr key={one.id}>
              <Table.Td>{formatInstant(one.madeAt, i18n.language)}</Table.Td>
              <Table.Td>
                <bdi>{one.fileName}</bdi>
              </Table.Td>
              <Table.Td>{sizeOf(one.byteCount)}</Table.Td>
              <Table.Td>
                {one.isToDestroy && <Tag tone="bad">{t('state.toDestroy')}</Tag>}{' '}
                {one.opensWithFormerKeys ? (
                  <Tag tone="attention">{t('state.former')}</Tag>
                ) : (
                  <Tag tone={one.isThere ? 'good' : 'neutral'}>
                    {t(one.isThere ? 'state.there' : 'state.gone')}
                  </Tag>
                )}{' '}
                {one.erasedSince > 0 && (
                  <Tag tone="attention">{t('state.erased', { count: one.erasedSince })}</Tag>
                )}{' '}
                {one.isAutomatic && <Tag>{t('state.automatic')}</Tag>}
              </Table.Td>
              {mayRemove && <Table.Td>{index > 0 && <RemoveBackup backup={one} />}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Folded>
  );
}
