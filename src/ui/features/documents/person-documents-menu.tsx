import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormRequest } from '#domain/documents/form.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { FormDrawer } from './form-drawer.tsx';

/** Forms that need nothing but the person; slips and minutes are where appointments and meetings are. */
const FORMS: readonly FormRequest[] = [
  { kind: 'privacyNotice' },
  { kind: 'consent', purpose: 'referral' },
  { kind: 'attendance' },
  { kind: 'houseRules' },
];

/** Everything that can be printed about this person. */
export function PersonDocumentsMenu({ personId }: { personId: string }) {
  const { t } = useTranslation('documents');
  const { label } = useLabels();
  const navigate = useNavigate();
  const [form, setForm] = useState<FormRequest>();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconFileText size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t('menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMS.map((one) => (
            <Menu.Item key={one.kind} onClick={() => setForm(one)}>
              {label('givenDocuments', one.kind)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            onClick={() => void navigate({ to: '/people/$personId/plans', params: { personId } })}
          >
            {t('toPlans')}
          </Menu.Item>
          <Menu.Item
            onClick={() => void navigate({ to: '/people/$personId/letters', params: { personId } })}
          >
            {t('toLetters')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {form && (
        <FormDrawer
          key={form.kind}
          personId={personId}
          form={form}
          onClose={() => setForm(undefined)}
        />
      )}
    </>
  );
}
