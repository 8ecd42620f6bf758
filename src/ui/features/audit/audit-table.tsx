import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#api/audit.ts';
import { topicOf } from '#domain/vault/audit-topic.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { formatInstant } from '#ui/i18n/dates.ts';

import { useActionWords } from './use-action-words.ts';

export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const { t, i18n } = useTranslation('audit');
  const words = useActionWords();
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="xs" aria-label={t('caption')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('when')}</Table.Th>
            <Table.Th>{t('who')}</Table.Th>
            <Table.Th>{t('what')}</Table.Th>
            <Table.Th>{t('about')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.seq}>
              <Table.Td>{formatInstant(entry.at, i18n.language)}</Table.Td>
              <Table.Td>
                <bdi>{entry.userName ?? t('nobody')}</bdi>
              </Table.Td>
              <Table.Td>
                {topicOf(entry.action) === 'warnings' && (
                  <Tag tone="attention">{t('topics.warnings')}</Tag>
                )}{' '}
                {words(entry)}
              </Table.Td>
              <Table.Td>
                {entry.person ? (
                  <Link to="/people/$personId" params={{ personId: entry.person.id }}>
                    <NameText>{entry.person.listedName}</NameText>
                  </Link>
                ) : (
                  t('nobody')
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
