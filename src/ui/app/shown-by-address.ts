import { useNavigate, useSearch } from '@tanstack/react-router';

/** What an address may ask a page to open, by its id: a line of Today leads to the thing and not to its list. */
export interface ShownByAddress {
  appointment?: string;
  referral?: string;
  inbound?: string;
}

/** Reads from an address the ids of the things a page can open; anything else in it is left out. */
export const readShown =
  (...things: (keyof ShownByAddress)[]) =>
  (search: Record<string, unknown>): ShownByAddress =>
    Object.fromEntries(
      things.flatMap((thing) => {
        const id = search[thing];
        return typeof id === 'string' ? [[thing, id]] : [];
      }),
    );

/** What the address asks to open, and how to close it: going back must not open it again. */
export function useShownByAddress(): ShownByAddress & { close: () => void } {
  const shown: ShownByAddress = useSearch({ strict: false });
  const navigate = useNavigate();
  return { ...shown, close: () => void navigate({ to: '.', search: {}, replace: true }) };
}
