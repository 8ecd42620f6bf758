import type { AddressDetails } from '#domain/people/address.ts';
import type { ContactDetails } from '#domain/people/contact.ts';
import type { IdentityDocumentDetails } from '#domain/people/identity-document.ts';
import type { TieDetails } from '#domain/people/tie.ts';

export function aContact(more: Partial<ContactDetails> = {}): ContactDetails {
  return {
    kind: 'phone',
    value: '+39 333 1112223',
    owner: 'self',
    safe: true,
    noMessages: false,
    isPreferred: false,
    ...more,
  };
}

export function anAddress(more: Partial<AddressDetails> = {}): AddressDetails {
  return { kind: 'domicile', address: 'via Nizza 1, Torino', safeForPost: true, ...more };
}

export function aDocument(more: Partial<IdentityDocumentDetails> = {}): IdentityDocumentDetails {
  return { type: 'residencePermit', state: 'issued', expiry: 'unknown', seen: 'original', ...more };
}

export function aTie(more: Partial<TieDetails> = {}): TieDetails {
  return { kind: 'sibling', place: 'abroad', life: 'alive', ...more };
}
