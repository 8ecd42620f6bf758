import i18next from 'i18next';
import { createServer, type Plugin, type Rolldown } from 'vite';
import type { DrawnDoor } from '../src/ui/app/still-door/drawn-door.ts';
import { localeTexts } from './locale-texts-plugin.ts';

/** src/ui/app/still-door/render.tsx */
interface Rendering {
  drawDoors(): Promise<DrawnDoor[]>;
}

/** A server without any: it reads the parts of the page as Node can run them, with the class names of the build. */
async function drawDoors(root: string, localesDir: string): Promise<DrawnDoor[]> {
  const reader = await createServer({
    configFile: false,
    root,
    plugins: [localeTexts(localesDir)],
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null, hmr: false },
  });
  try {
    const { drawDoors } = (await reader.ssrLoadModule('/app/still-door/render.tsx')) as Rendering;
    return await drawDoors();
  } finally {
    await reader.close();
  }
}

/**
 * The content policy refuses styles in attributes, which React sets by script where the page lives. Here each
 * becomes a rule of the style sheet, stronger than the classes it stands beside.
 */
function withoutStyleAttributes(markup: string): { markup: string; rules: string[] } {
  const rules: string[] = [];
  const changed = markup.replaceAll(/<[a-z][^>]*>/g, (tag) => {
    const [attribute, style] = / style="([^"]*)"/.exec(tag) ?? [];
    if (attribute === undefined || style === undefined) return tag;
    const rule = `{${style.replaceAll('&quot;', '"').replaceAll('&#x27;', "'")}}`;
    const known = rules.indexOf(rule);
    const name = `still-${known >= 0 ? known : rules.push(rule) - 1}`;
    const plain = tag.replace(attribute, '');
    return / class="/.test(plain)
      ? plain.replace(' class="', ` class="${name} `)
      : plain.replace(/^<[a-z0-9]+/, (start) => `${start} class="${name}"`);
  });
  return { markup: changed, rules };
}

function sheetsOf(
  bundle: Rolldown.OutputBundle,
  chunk: Rolldown.OutputChunk,
  seen = new Set<string>(),
): Set<string> {
  const sheets = new Set<string>();
  if (seen.has(chunk.fileName)) return sheets;
  seen.add(chunk.fileName);
  for (const file of chunk.viteMetadata?.importedCss ?? []) sheets.add(file);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type !== 'chunk') continue;
    for (const file of sheetsOf(bundle, imported, seen)) sheets.add(file);
  }
  return sheets;
}

function textOf(asset: Rolldown.OutputAsset): string {
  return typeof asset.source === 'string' ? asset.source : new TextDecoder().decode(asset.source);
}

/**
 * Writes `doors/<language>-<kind>.html` beside the start page: the page as it is served when the program begins
 * and it is known which door stands in front of which register.
 */
export function stillDoor(root: string, localesDir: string): Plugin {
  return {
    name: 'approdo-still-door',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        const parts = Object.values(bundle);
        const program = parts.find(
          (part) => part.type === 'chunk' && part.facadeModuleId?.endsWith('/main.tsx'),
        );
        if (page?.type !== 'asset' || program?.type !== 'chunk') {
          throw new Error('the start page and the program behind it were not built');
        }
        const html = textOf(page);
        const sheets = [...sheetsOf(bundle, program)].filter((file) => !html.includes(file));
        const styles = sheets.map((file) => bundle[file]).filter((one) => one?.type === 'asset');
        const doors = await drawDoors(root, localesDir);
        const drawn = doors.map((door) => ({ ...door, ...withoutStyleAttributes(door.markup) }));
        for (const { name, language, markup, rules } of drawn) {
          const sheet = `assets/door-${name}.css`;
          this.emitFile({
            type: 'asset',
            fileName: sheet,
            source: [
              ...styles.map(textOf),
              ...rules.map((rule, at) => `#still-door .still-${at}${rule}`),
            ].join('\n'),
          });
          const link = `<link rel="stylesheet" crossorigin href="./${sheet}">`;
          const door = markup.replace('<input ', '<input autofocus ');
          this.emitFile({
            type: 'asset',
            fileName: `doors/${name}.html`,
            source: html
              .replace('lang="it"', `lang="${language}" dir="${i18next.dir(language)}"`)
              .replace('</head>', `  ${link}\n  </head>`)
              .replace(
                '<div id="root"></div>',
                `<div id="still-door">${door}</div><div id="root"></div>`,
              ),
          });
        }
      },
    },
  };
}
