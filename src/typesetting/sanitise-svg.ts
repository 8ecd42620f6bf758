import { pdfmake } from './pdfmake-internals.ts';
import type { XmlNode } from './pdfmake-types.ts';
import { TypesettingError } from './typesetting-error.ts';

/**
 * A drawing may only draw. pdfmake lets `<image href="/path">` inside an SVG read any file of the
 * machine into the PDF, so what is printed is written anew from the elements known here.
 */

export const svgLimits = { bytes: 500_000, elements: 20_000, depth: 60 } as const;

const drawn = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style', 'clipPath', 'mask', 'pattern'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['linearGradient', 'radialGradient', 'stop'],
]);
const refused = new Set(
  ['image', 'script', 'foreignObject', 'iframe', 'feImage', 'audio', 'video'].map((name) =>
    name.toLowerCase(),
  ),
);

export function sanitiseSvg(bytes: Uint8Array): string {
  if (bytes.length > svgLimits.bytes) throw new TypesettingError('too_large', 'SVG bytes');
  const source = decode(bytes);
  if (/<!(doctype|entity)|<\?xml-stylesheet/i.test(source)) throw bad('document type or entity');
  const root = parse(source);
  if (root.name !== 'svg') throw bad('no svg element');
  checkSize(root.attr);
  const count = { elements: 0 };
  return write(root, count, 0);
}

function bad(reason: string): TypesettingError {
  return new TypesettingError('bad_svg', reason);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new TypesettingError('bad_svg', 'not UTF-8', { cause });
  }
}

function parse(source: string): XmlNode {
  try {
    return new pdfmake.XmlDocument(source);
  } catch (cause) {
    throw new TypesettingError('bad_svg', 'not well formed', { cause });
  }
}

function checkSize({ viewBox, width, height }: Record<string, string | undefined>): void {
  const sides =
    viewBox === undefined
      ? [width, height]
      : viewBox
          .trim()
          .split(/[\s,]+/)
          .slice(2, 4);
  const isSized = sides.length === 2 && sides.every((side) => Number.parseFloat(side ?? '') > 0);
  if (!isSized) throw bad('no size');
}

function write(element: XmlNode, count: { elements: number }, depth: number): string {
  count.elements += 1;
  if (count.elements > svgLimits.elements || depth > svgLimits.depth) {
    throw new TypesettingError('too_large', 'SVG elements');
  }
  const attributes = Object.entries(element.attr)
    .filter(([name]) => !/^on/i.test(name) && (!name.includes(':') || name.startsWith('xlink:')))
    .map(([name, value]) => {
      checkAttribute(name, value);
      return ` ${name}="${escapeXml(value)}"`;
    });
  const children = element.children.map((child) => {
    if ('name' in child) return writeChild(child, count, depth);
    if (child.type !== 'text' && child.type !== 'cdata') return '';
    const text = child.text ?? child.cdata ?? '';
    if (element.name === 'style') checkStyle(text);
    return escapeXml(text);
  });
  // The prefix may be used by the attributes kept above without being bound any more.
  const binding = depth === 0 ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : '';
  return `<${element.name}${binding}${attributes.join('')}>${children.join('')}</${element.name}>`;
}

function writeChild(child: XmlNode, count: { elements: number }, depth: number): string {
  const localName = child.name.slice(child.name.indexOf(':') + 1).toLowerCase();
  if (refused.has(localName)) throw bad(`element ${localName}`);
  return drawn.has(child.name) ? write(child, count, depth + 1) : '';
}

function checkAttribute(name: string, value: string): void {
  const isReference = /(^|:)(href|src)$/i.test(name);
  if (isReference && !value.trim().startsWith('#')) throw bad('reference to outside');
  checkStyle(value);
}

function checkStyle(text: string): void {
  if (/@import|\\|expression\s*\(/i.test(text)) throw bad('style');
  for (const [, target = ''] of text.matchAll(/url\s*\(\s*["']?\s*([^)]*)/gi)) {
    if (!target.startsWith('#')) throw bad('reference to outside');
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
