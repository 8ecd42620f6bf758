/**
 * Whether the disk below a folder is encrypted, as far as a program without special rights can find out. The
 * register is encrypted in any case; what is not are the swap file, hibernation and every document that somebody
 * saved. Where nothing can be found out the answer is that, and never "encrypted".
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { promisify } from 'node:util';
import type { DiskState } from '#api/shell.ts';

const run = promisify(execFile);
const LONGEST_MS = 10_000;

/**
 * What cryptsetup writes before the name of a device that encrypts. It marks others too, which only notice changes:
 * CRYPT-VERITY and CRYPT-INTEGRITY.
 */
const ENCRYPTING_DEVICE = /^CRYPT-(LUKS[12]|PLAIN|LOOPAES|TCRYPT|BITLK|FVAULT2)-/;

/** File systems that encrypt by themselves. */
const ENCRYPTING = /^(ecryptfs|fuse\.(gocryptfs|cryfs|encfs|securefs))$/;
/** In memory, on another computer, or with a way to encrypt that is not seen from here. */
const UNCLEAR = /^(tmpfs|ramfs|overlay|zfs|nfs4?|cifs|smb3|fuse\..*|9p|virtiofs)$/;

interface Mount {
  place: string;
  type: string;
  source: string;
  device: string;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Spaces and the like are written as `\040`. */
const unescaped = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );

/** As proc(5) describes `/proc/self/mountinfo`. */
export function mountOf(mountinfo: string, folder: string): Mount | null {
  const mounts = mountinfo.split('\n').flatMap((line): Mount[] => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , device = '', , place = ''] = before.split(' ');
    const [type = '', source = ''] = after.split(' ');
    return type === ''
      ? []
      : [{ place: unescaped(place), type, source: unescaped(source), device }];
  });
  const holds = ({ place }: Mount) =>
    place === '/' || folder === place || folder.startsWith(`${place}/`);
  // Of two at one place the later one hides the other.
  return mounts
    .filter(holds)
    .reduceRight<Mount | null>(
      (longest, one) => (longest && longest.place.length >= one.place.length ? longest : one),
      null,
    );
}

/** A device of the kernel, and those it stands on: an LVM volume on a LUKS partition, say. */
function isOnCrypt(sys: string, device: string, depth = 0): boolean | null {
  if (depth > 8) return null;
  const place = join(sys, device);
  if (read(join(place, 'dev')) === null) return null;
  if (ENCRYPTING_DEVICE.test(read(join(place, 'dm/uuid')) ?? '')) return true;
  let below: string[] = [];
  try {
    below = readdirSync(join(place, 'slaves'));
  } catch {
    // A partition has no such folder.
  }
  if (below.length === 0) return false;
  const answers = below.map((name) => isOnCrypt(sys, join('class/block', name), depth + 1));
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Swap in memory is no swap on a disk; swap in a file is as safe as the disk it lies on. */
function swapState(root: string): DiskState {
  const lines = read(join(root, 'proc/swaps'))?.split('\n').slice(1).filter(Boolean) ?? [];
  const states = lines.map((line): DiskState => {
    const [path = '', kind] = line.split(/\s+/).map(unescaped);
    if (kind === 'file') return linuxDiskState(path, root, { withSwap: false });
    const name = basename(path);
    if (name.startsWith('zram')) return 'encrypted';
    return stateOf(isOnCrypt(join(root, 'sys'), join('class/block', name)));
  });
  return worstOf(states);
}

function stateOf(isEncrypted: boolean | null): DiskState {
  if (isEncrypted === null) return 'unknown';
  return isEncrypted ? 'encrypted' : 'notEncrypted';
}

/** Of places that all count: one that is open is enough, and one that is not known leaves the answer open. */
function worstOf(states: DiskState[]): DiskState {
  if (states.includes('notEncrypted')) return 'notEncrypted';
  return states.includes('unknown') ? 'unknown' : 'encrypted';
}

/** From the kernel's own tables below `root`, without starting any program. */
export function linuxDiskState(
  folder: string,
  root = '/',
  { withSwap = true }: { withSwap?: boolean } = {},
): DiskState {
  const mount = mountOf(read(join(root, 'proc/self/mountinfo')) ?? '', folder);
  if (!mount) return 'unknown';
  const itself = stateOfMount(mount, root);
  return withSwap ? worstOf([itself, swapState(root)]) : itself;
}

function stateOfMount(mount: Mount, root: string): DiskState {
  if (ENCRYPTING.test(mount.type)) return 'encrypted';
  if (UNCLEAR.test(mount.type)) return 'unknown';
  const sys = join(root, 'sys');
  // Btrfs has a number of its own for each subvolume, so the name of the device is asked too.
  const bySource = mount.source.startsWith('/dev/')
    ? isOnCrypt(sys, join('class/block', basename(mount.source)))
    : null;
  return stateOf(isOnCrypt(sys, join('dev/block', mount.device)) ?? bySource);
}

/** Where a Mac shows disks other than the one it starts from, which is the only one FileVault is asked about. */
const OTHER_DISK = /^\/Volumes\//;

/** What `fdesetup status` says on a Mac, in English whoever asks, and without special rights. */
export function readFileVault(said: string, folder: string): DiskState {
  if (OTHER_DISK.test(folder)) return 'unknown';
  if (/^FileVault is On\.\s*$/m.test(said) && !/progress/i.test(said)) return 'encrypted';
  return /^FileVault is Off\./m.test(said) ? 'notEncrypted' : 'unknown';
}

/**
 * The property `System.Volume.BitLockerProtection` of a volume, which Windows shows everybody: 1 on, 2 off,
 * 3 and 4 changing, 5 suspended (the key lies open on the disk), 6 on and locked. A number, in every language; of any
 * other answer nothing is made.
 */
export function readBitLocker(said: string): DiskState {
  const value = said.trim();
  if (value === '1' || value === '6') return 'encrypted';
  return value === '2' || value === '4' || value === '5' ? 'notEncrypted' : 'unknown';
}

async function askFileVault(folder: string): Promise<DiskState> {
  const { stdout } = await run('/usr/bin/fdesetup', ['status'], { timeout: LONGEST_MS });
  return readFileVault(stdout, folder);
}

async function askBitLocker(folder: string): Promise<DiskState> {
  const drive = /^([A-Za-z]:)\\$/.exec(parse(folder).root)?.[1];
  if (drive === undefined) return 'unknown';
  const powershell = join(
    process.env.SystemRoot ?? 'C:\\Windows',
    'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  );
  const question = `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`;
  const { stdout } = await run(
    powershell,
    ['-NoProfile', '-NonInteractive', '-Command', question],
    { timeout: LONGEST_MS, windowsHide: true },
  );
  return readBitLocker(stdout);
}

/** Asked once a start at most by the page; a command that fails is an answer too. */
export async function diskState(folder: string): Promise<DiskState> {
  try {
    if (process.platform === 'linux') return linuxDiskState(folder);
    if (process.platform === 'darwin') return await askFileVault(folder);
    if (process.platform === 'win32') return await askBitLocker(folder);
    return 'unknown';
  } catch {
    return 'unknown';
  }
}
