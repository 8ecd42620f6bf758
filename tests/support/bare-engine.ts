import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../rules/source-files.ts';

/** The engine by itself in an empty folder, with every package it needs but one font's. */
export function bareEngine(folder: string, missingFont: string): void {
  const modules = join(root, 'node_modules');
  const fonts = join(folder, 'node_modules/@expo-google-fonts');
  mkdirSync(fonts, { recursive: true });
  cpSync(join(root, 'src/typesetting'), join(folder, 'typesetting'), { recursive: true });
  for (const name of readdirSync(join(modules, '@expo-google-fonts'))) {
    if (name === missingFont) continue;
    symlinkSync(join(modules, '@expo-google-fonts', name), join(fonts, name));
  }
  for (const name of ['pdfmake', 'harfbuzzjs', 'bidi-js']) {
    symlinkSync(join(modules, name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
}
