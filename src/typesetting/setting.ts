import type { ContentNode } from './content-node.ts';
import { directionOf } from './font-catalogue.ts';
import {
  addStructure,
  type StructureElement,
  type StructureOptions,
  type StructureRole,
} from './structure.ts';
import type { Theme } from './theme.ts';

/** Where a block stands: its language, the width it has, and what it is a part of. */
export interface Setting {
  language: string;
  isRightToLeft: boolean;
  width: number;
  theme: Theme;
  structure: StructureElement;
  /** Inside a block that does not break, where pdfmake would repeat the whole block as a header. */
  isKeptWhole?: boolean;
  /** Gives a checked picture the node that draws it, at most this wide and high. */
  picture(
    picture: { format: 'png' | 'svg'; bytes: Uint8Array },
    fit: [width: number, height: number],
  ): ContentNode;
}

export function inLanguage(setting: Setting, language: string | undefined): Setting {
  if (language === undefined) return setting;
  return { ...setting, language, isRightToLeft: directionOf(language) === 'rtl' };
}

/** Adds a part to what the setting belongs to; parts are added in the order they are read. */
export function partOf(
  setting: Setting,
  role: StructureRole,
  options: StructureOptions = {},
): StructureElement {
  return addStructure(setting.structure, role, { language: setting.language, ...options });
}

/** The setting of what is inside a new part. */
export function inside(
  setting: Setting,
  role: StructureRole,
  options: StructureOptions = {},
): Setting {
  return { ...setting, structure: partOf(setting, role, options) };
}

/** Columns are listed in reading order; the page wants them from left to right. */
export function mirrored<Cell>(cells: Cell[], setting: { isRightToLeft: boolean }): Cell[] {
  return setting.isRightToLeft ? [...cells].reverse() : cells;
}
