import { z } from 'zod';
import { requiredText } from '#domain/text.ts';
import { newPassphrase, typedPassphrase } from '#domain/vault/passphrase.ts';
import { roles } from '#domain/vault/role.ts';
import { signInName } from '#domain/vault/sign-in-name.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { coordinators, everyone, procedure } from './procedure.ts';

/** `withoutKey`: added or changed when the program stopped; a reset gives them a passphrase. */
const userStates = ['active', 'suspended', 'withoutKey'] as const;

const user = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  /** Typed at the door; unknown for users of the first registers until their passphrase is reset. */
  signInName: z.string().optional(),
  state: z.enum(userStates),
  lastUnlockedAt: z.string().optional(),
  /** Their slot is of the first kind: they must be given a new passphrase before anybody can be removed. */
  isOutdated: z.boolean(),
  seesPhotos: z.boolean(),
});
export type User = z.infer<typeof user>;

const ofUser = z.strictObject({ id: z.uuid() });
const nothing = z.strictObject({});

export const userProcedures = {
  'users.list': procedure({
    input: nothing,
    output: z.strictObject({ items: z.array(user), isRecoveryOutdated: z.boolean() }),
    role: coordinators,
    kind: 'query',
  }),
  'users.add': procedure({
    input: z.strictObject({
      name: requiredText(120),
      role: z.enum(roles),
      /** Proposed from the name when absent. */
      signInName: signInName.optional(),
      passphrase: newPassphrase,
    }),
    output: z.strictObject({ id: z.uuid(), signInName: z.string() }),
    role: coordinators,
    kind: 'mutation',
  }),
  'users.changeRole': procedure({
    input: z.strictObject({ id: z.uuid(), role: z.enum(roles) }),
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  /** Whether somebody sees the photos of people; it holds from their next look. */
  'users.changePhotos': procedure({
    input: z.strictObject({ id: z.uuid(), seesPhotos: z.boolean() }),
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  /** A new passphrase for somebody who forgot theirs. */
  'users.reset': procedure({
    input: z.strictObject({ id: z.uuid(), passphrase: newPassphrase }),
    output: z.strictObject({ signInName: z.string() }),
    role: coordinators,
    kind: 'mutation',
  }),
  'users.suspend': procedure({
    input: ofUser,
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  'users.resume': procedure({
    input: ofUser,
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  /** Takes the slot away and renews the data keys, so that an old copy of the keyring opens nothing new. */
  'users.remove': procedure({
    input: ofUser,
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  /** In which the program speaks to whoever opened the register, on every computer. */
  'users.chooseLanguage': procedure({
    input: z.strictObject({ language: z.enum(interfaceLanguages) }),
    output: nothing,
    role: everyone,
    kind: 'mutation',
  }),
  /** One's own. */
  'users.changePassphrase': procedure({
    input: z.strictObject({ current: typedPassphrase, passphrase: newPassphrase }),
    output: nothing,
    role: everyone,
    kind: 'mutation',
  }),
};
