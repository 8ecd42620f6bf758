import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  linuxDiskState,
  mountOf,
  readBitLocker,
  readFileVault,
} from '../../electron/host/disk-encryption.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Computer {
  mounts: string[];
  swaps?: string[];
  /** Devices by number and name: what they stand on, and what the device mapper says they are. */
  devices: Record<string, { name: string; on?: string[]; uuid?: string }>;
}

/** The tables that Linux keeps, of a computer that is not this one. */
async function aComputer({ mounts, swaps = [], devices }: Computer): Promise<string> {
  const root = await temporaryFolder();
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await put('proc/self/mountinfo', `${mounts.join('\n')}\n`);
  await put('proc/swaps', `Filename Type Size Used Priority\n${swaps.join('\n')}\n`);
  for (const [number, { name, on = [], uuid }] of Object.entries(devices)) {
    const place = `sys/devices/${name}`;
    await put(`${place}/dev`, `${number}\n`);
    if (uuid !== undefined) await put(`${place}/dm/uuid`, `${uuid}\n`);
    for (const below of on) await put(`${place}/slaves/${below}/x`, '');
    for (const link of [`sys/dev/block/${number}`, `sys/class/block/${name}`]) {
      await mkdir(dirname(join(root, link)), { recursive: true });
      await symlink(join(root, place), join(root, link));
    }
  }
  return root;
}

const ROOT_ON = (device: string, type: string, source: string) =>
  `27 1 ${device} / / rw,relatime shared:1 - ${type} ${source} rw`;
const LUKS = 'CRYPT-LUKS2-5e1c0a4f-luks-5e1c0a4f';

describe('on Linux', () => {
  test('a partition as it is, is not encrypted', async () => {
    const root = await aComputer({
      mounts: [ROOT_ON('8:2', 'ext4', '/dev/sda2')],
      devices: { '8:2': { name: 'sda2' } },
    });
    expect(linuxDiskState('/home/giulia', root)).toBe('notEncrypted');
  });

  test('LUKS is seen, below LVM too', async () => {
    const root = await aComputer({
      mounts: [ROOT_ON('253:1', 'ext4', '/dev/mapper/vg-root')],
      devices: {
        '8:2': { name: 'sda2' },
        '253:0': { name: 'dm-0', on: ['sda2'], uuid: LUKS },
        '253:1': { name: 'dm-1', on: ['dm-0'], uuid: 'LVM-abc' },
      },
    });
    expect(linuxDiskState('/home/giulia', root)).toBe('encrypted');
  });

  test('LVM over two disks is encrypted only when both are', async () => {
    const root = await aComputer({
      mounts: [ROOT_ON('253:1', 'ext4', '/dev/mapper/vg-root')],
      devices: {
        '8:2': { name: 'sda2' },
        '8:18': { name: 'sdb2' },
        '253:0': { name: 'dm-0', on: ['sda2'], uuid: LUKS },
        '253:1': { name: 'dm-1', on: ['dm-0', 'sdb2'], uuid: 'LVM-abc' },
      },
    });
    expect(linuxDiskState('/home/giulia', root)).toBe('notEncrypted');
  });

  test('btrfs, which counts its devices in its own way, is found by its name', async () => {
    const devices = { '253:0': { name: 'dm-0', uuid: LUKS } };
    const root = await aComputer({
      mounts: [ROOT_ON('0:31', 'btrfs', '/dev/dm-0')],
      devices,
    });
    expect(linuxDiskState('/home/giulia', root)).toBe('encrypted');
  });

  test('the disk that counts is the one of the folder', async () => {
    const root = await aComputer({
      mounts: [
        ROOT_ON('253:0', 'ext4', '/dev/dm-0'),
        '40 27 8:17 / /media/giulia/USB\\040STICK rw - vfat /dev/sdb1 rw',
      ],
      devices: { '253:0': { name: 'dm-0', uuid: LUKS }, '8:17': { name: 'sdb1' } },
    });
    expect(linuxDiskState('/media/giulia/USB STICK/registro', root)).toBe('notEncrypted');
    expect(linuxDiskState('/media/giulia/USB STICKER', root)).toBe('encrypted');
  });

  test.each([
    ['/dev/sda3 partition 1 0 -2', 'notEncrypted'],
    ['/dev/zram0 partition 1 0 -2', 'encrypted'],
    ['/dev/dm-0 partition 1 0 -2', 'encrypted'],
    ['/swapfile file 1 0 -2', 'encrypted'],
    ['/media/another\\040disk/swapfile file 1 0 -2', 'notEncrypted'],
    ['/dev/nowhere partition 1 0 -2', 'unknown'],
    ['/somewhere/unseen other 1 0 -2', 'unknown'],
  ])('with swap on %s it is %s', async (swap, state) => {
    const root = await aComputer({
      mounts: [
        ROOT_ON('253:0', 'ext4', '/dev/dm-0'),
        '41 27 8:4 / /media/another\\040disk rw - ext4 /dev/sda4 rw',
      ],
      swaps: [swap],
      devices: {
        '253:0': { name: 'dm-0', uuid: LUKS },
        '8:3': { name: 'sda3' },
        '8:4': { name: 'sda4' },
      },
    });
    expect(linuxDiskState('/home/giulia', root)).toBe(state);
  });

  test.each([
    ['ecryptfs', 'encrypted'],
    ['fuse.gocryptfs', 'encrypted'],
    ['tmpfs', 'unknown'],
    ['nfs4', 'unknown'],
    ['ext4', 'unknown'],
  ])('%s on nothing that is known is %s', async (type, state) => {
    const root = await aComputer({ mounts: [ROOT_ON('0:40', type, 'x')], devices: {} });
    expect(linuxDiskState('/home/giulia', root)).toBe(state);
  });

  test.runIf(process.platform === 'linux')(
    'this computer answers as its own tables say',
    async () => {
      const mount = mountOf(await readFile('/proc/self/mountinfo', 'utf8'), '/');
      expect(mount?.place).toBe('/');
      const uuid = await readFile(`/sys/dev/block/${mount?.device}/dm/uuid`, 'utf8').catch(
        () => '',
      );
      if (mount?.type === 'ext4' && uuid === '') expect(linuxDiskState('/')).toBe('notEncrypted');
      expect(linuxDiskState('/proc/self')).toBe('unknown');
    },
  );
});

test.each([
  // cryptsetup's own names for devices (`dmsetup info`): the last two only notice changes.
  ['CRYPT-LUKS1-0d1f8a-root', 'encrypted'],
  ['CRYPT-LUKS2-0d1f8a-root', 'encrypted'],
  ['CRYPT-PLAIN-swap', 'encrypted'],
  ['CRYPT-BITLK-0d1f8a-windows', 'encrypted'],
  ['CRYPT-VERITY-0d1f8a-root', 'notEncrypted'],
  ['CRYPT-INTEGRITY-root', 'notEncrypted'],
  ['CRYPT-OFSOMEDAY-root', 'notEncrypted'],
])('a device mapper that says %s is %s', async (uuid, state) => {
  const root = await aComputer({
    mounts: [ROOT_ON('253:0', 'ext4', '/dev/mapper/root')],
    devices: { '8:2': { name: 'sda2' }, '253:0': { name: 'dm-0', on: ['sda2'], uuid } },
  });
  expect(linuxDiskState('/home/giulia', root)).toBe(state);
});

// As fdesetup(8) and Apple's support pages give them; the last ones as another language would have it.
test.each([
  ['FileVault is On.\n', 'encrypted'],
  ['FileVault is On.\nFileVault master keychain appears to be installed.\n', 'encrypted'],
  ['FileVault is On.\nEncryption in progress: Percent completed = 41.7\n', 'unknown'],
  ['FileVault is On, but will be disabled after the next restart.\n', 'unknown'],
  ['FileVault is Off, but will be enabled after the next restart.\n', 'unknown'],
  ['FileVault is Off.\nEncryption in progress: Percent completed = 3\n', 'notEncrypted'],
  ['Error: Only root may do that. FileVault is On.\n', 'unknown'],
  ['FileVault è attivo.\n', 'unknown'],
  ['FileVault est activé.\n', 'unknown'],
  ['FileVault ist aktiviert.\n', 'unknown'],
  ['FileVault قيد التشغيل.\n', 'unknown'],
  ['FileVault is Off.\n', 'notEncrypted'],
  ['FileVault is On.\nDecryption in progress: Percent completed = 12\n', 'unknown'],
  ['FileVault is Off.\nDeferred enablement appears to be active.\n', 'notEncrypted'],
  ['', 'unknown'],
])('a Mac that says %j is %s', (said, state) => {
  expect(readFileVault(said, '/Users/giulia/Documents/registro')).toBe(state);
  // A stick or a second disk has an answer of its own, which nobody is asked for.
  expect(readFileVault(said, '/Volumes/STICK/registro')).toBe('unknown');
});

test.each([
  ['1\r\n', 'encrypted'],
  ['6\r\n', 'encrypted'],
  ['2\r\n', 'notEncrypted'],
  ['5\r\n', 'notEncrypted'],
  ['3\r\n', 'unknown'],
  ['', 'unknown'],
  ['11', 'unknown'],
  ['0\r\n', 'unknown'],
  ['8\r\n', 'unknown'],
  ['1\r\n2\r\n', 'unknown'],
  ['\u0661', 'unknown'],
  // What `manage-bde -status` and PowerShell say in words, were it ever to come here.
  ['Protection Status: Protection On\r\n', 'unknown'],
  ['Stato protezione: Protezione attivata\r\n', 'unknown'],
  ['État de la protection : Protection activée\r\n', 'unknown'],
  ['Schutzstatus: Der Schutz ist aktiviert.\r\n', 'unknown'],
  ['Estado de protección: Protección activada\r\n', 'unknown'],
  ['حالة الحماية: الحماية قيد التشغيل\r\n', 'unknown'],
  ['New-Object : Impossibile caricare il tipo COM Shell.Application.\r\n', 'unknown'],
])('Windows that says %j is %s', (said, state) => {
  expect(readBitLocker(said)).toBe(state);
});
