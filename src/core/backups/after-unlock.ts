import { type CoreContext, registerOf } from '../context.ts';
import { keepErased } from './erased-list.ts';
import { noteRestored } from './restored-mark.ts';
import { removeWorkFolder } from './work-folder.ts';

/** What earlier copies and restores left to be done once somebody is in. */
export async function afterUnlock(context: CoreContext): Promise<void> {
  const { folder } = registerOf(context);
  await removeWorkFolder(folder);
  await noteRestored(context, folder);
  await keepErased(context);
}
