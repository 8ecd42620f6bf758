import { Menu } from 'electron';

/** Without it a Mac has no copy and paste; elsewhere there is no menu at all. */
export function setMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([
          { role: 'appMenu', submenu: [{ role: 'hide' }, { role: 'quit' }] },
          { role: 'editMenu' },
          { role: 'windowMenu', submenu: [{ role: 'minimize' }, { role: 'close' }] },
        ])
      : null,
  );
}
