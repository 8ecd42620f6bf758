import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AttachmentLink, linkedKinds } from '#domain/attachments/attachment.ts';
import { vault } from '#ui/app/vault-client.ts';
import { readWhole } from '#ui/components/read-whole.ts';
import { type Choice, useLabels } from '#ui/i18n/use-labels.ts';

/** A life with an association; a list to choose from must not end before what one looks for. */
const MOST_CHOICES = 2_000;

export function linkValue(link: AttachmentLink | undefined): string | null {
  return link ? `${link.kind}:${link.id}` : null;
}

export function linkFrom(value: string | null): AttachmentLink | undefined {
  const [name, id] = value?.split(':') ?? [];
  const kind = linkedKinds.find((one) => one === name);
  return kind && id ? { kind, id } : undefined;
}

/** What a paper of this person can belong to: documents on record, referrals, consents and plans. */
export function useLinkChoices(personId: string): Choice[] {
  const { t } = useTranslation('attachments');
  const labels = useLabels();
  const documents = useQuery({
    queryKey: ['identityDocuments', 'list', personId],
    queryFn: () => vault.identityDocuments.list({ personId }),
  });
  const consents = useQuery({
    queryKey: ['consents', 'list', personId],
    queryFn: () => vault.consents.list({ personId }),
  });
  const plans = useQuery({
    queryKey: ['plans', 'list', personId],
    queryFn: () => vault.plans.list({ personId }),
  });
  const ofPerson = { personId, showClosed: true };
  const referrals = useQuery({
    queryKey: ['referrals', 'list', 'choices', ofPerson],
    queryFn: () =>
      readWhole((page) => vault.referrals.list({ ...ofPerson, ...page }), MOST_CHOICES),
  });
  return [
    ...(documents.data?.items ?? []).map(({ id, details }) => ({
      value: `identityDocument:${id}`,
      label: [labels.label('documentTypes', details.type), details.number]
        .filter(Boolean)
        .join(' '),
    })),
    ...(referrals.data?.items ?? []).map(({ id, letter, organisationName: organisation }) => ({
      value: `referral:${id}`,
      label: letter
        ? t('linkLetter', { protocol: letter.protocol, organisation })
        : t('linkReferral', { organisation }),
    })),
    ...(consents.data?.items ?? []).map(({ id, details, organisationName }) => ({
      value: `consent:${id}`,
      label: t('linkConsent', {
        about: organisationName ?? labels.label('consentPurposes', details.purpose),
      }),
    })),
    ...(plans.data?.items ?? []).map(({ id, version }) => ({
      value: `plan:${id}`,
      label: t('linkPlan', { version }),
    })),
  ];
}
