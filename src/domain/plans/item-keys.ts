import { z } from 'zod';

/** Names a goal within a plan, or an action within a goal, and stays the same from version to version. */
export const itemKey = z.string().regex(/^[a-z][0-9]{1,6}$/);

/**
 * Gives items without a key one: their place in the list, or the next free number when that is taken. Plans
 * written before keys existed get the same keys each time they are read, so that versions can be compared.
 */
export function withKeys(letter: string) {
  return <Item extends { key?: string | undefined }>(
    items: Item[],
  ): (Omit<Item, 'key'> & { key: string })[] => {
    const given = new Set(items.map(({ key }) => key));
    const taken = new Set<string>();
    let next = items.length + 1;
    return items.map((item, index) => {
      let key = item.key ?? `${letter}${index + 1}`;
      while (taken.has(key) || (item.key === undefined && given.has(key)))
        key = `${letter}${next++}`;
      taken.add(key);
      return { ...item, key };
    });
  };
}
