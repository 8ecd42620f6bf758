import type { Client } from '#api/client.ts';
import type { InputOf, VaultContract } from '#api/contract.ts';

type ToIssue = Omit<InputOf<VaultContract, 'letters.issue'>, 'seal'>;

/** Looks at what would leave, as the page does, and issues it. Letters of tests go to an office. */
export async function issueLetter(client: Client, wanted: ToIssue) {
  const { personId, details } = wanted;
  const { seal } = await client.letters.check({ personId, details });
  const issued = await client.letters.issue({ ...wanted, seal });
  return { ...issued, referralId: issued.referralId ?? 'none' };
}
