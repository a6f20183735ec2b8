// The structure that docs/architecture.md promises, held against what esbuild really bundled.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Meta {
  readonly inputs: Record<string, { readonly imports: readonly { readonly path: string }[]; readonly bytes: number }>;
}
const root = path.resolve(import.meta.dirname, '../..');
const meta = JSON.parse(readFileSync(path.join(root, 'dist/meta.json'), 'utf8')) as Record<string, Meta> & { sandbox: Meta; ui: Meta };

/** The rows of the table: module, and what it may import. A name stands for the file and for the folder. */
function tableRows(): Map<string, readonly string[]> {
  const text = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ([a-z]+(?:\/[A-Za-z]+)*) \|(.*)\|$/gm)].filter((row) => row[1] !== 'module');
  return new Map(rows.map((row) => [row[1] ?? '', (row[2] ?? '').split(',').map((name) => name.trim()).filter(Boolean)]));
}
const rows = tableRows();

const sources = (bundle: Meta) => Object.keys(bundle.inputs).filter((name) => name.startsWith('src/'));
const plain = (file: string) => file.replace(/^src\//, '').replace(/\.(tsx?|css)$/, '');
const isWithin = (file: string, module: string) => file === module || file.startsWith(`${module}/`);

/** The most specific row that a file belongs to. */
function rowOf(file: string): string | undefined {
  return [...rows.keys()].filter((module) => isWithin(plain(file), module)).sort((a, b) => b.length - a.length)[0];
}

const bundles = Object.entries(meta);

describe.each(bundles)('the %s bundle', (_name, bundle) => {
  it('[AR1] holds no file outside the table', () => {
    expect(sources(bundle).filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  it('[AR2] imports only what the table allows', () => {
    const wrong = sources(bundle).flatMap((file) => {
      const allowed = rows.get(rowOf(file) ?? '') ?? [];
      const imported = (bundle.inputs[file]?.imports ?? []).map((each) => each.path).filter((each) => each.startsWith('src/'));
      return imported.filter((each) => !allowed.some((module) => isWithin(plain(each), module))).map((each) => `${file} imports ${each}`);
    });
    expect(wrong).toEqual([]);
  });

  it('[AR3] has no import cycles', () => {
    expect(cycles(bundle)).toEqual([]);
  });

  it('[AR4] has no barrels but the two lists', () => {
    const lists = ['src/core/recipes/index.ts', 'src/ui/providers/index.ts'];
    expect(sources(bundle).filter((file) => /\/index\.tsx?$/.test(file) && !lists.includes(file))).toEqual([]);
  });
});

describe('what each half leaves out', () => {
  it('[AR5] keeps preact, the SDK, classic zod and pixels out of the sandbox', () => {
    const inputs = Object.keys(meta.sandbox.inputs);
    expect(inputs.filter((file) => /preact|genai|zod\/v4\/classic|src\/core\/pixels|src\/ui\//.test(file))).toEqual([]);
  });

  it('[AR6] keeps the plugin half and classic zod out of the UI', () => {
    expect(Object.keys(meta.ui.inputs).filter((file) => /src\/plugin\/|zod\/v4\/classic/.test(file))).toEqual([]);
  });

  it('[AR7] stays within the size budgets: 140 kB of code.js, 900 kB of ui.html', () => {
    expect(readFileSync(path.join(root, 'dist/code.js')).byteLength).toBeLessThan(140_000);
    expect(readFileSync(path.join(root, 'dist/ui.html')).byteLength).toBeLessThan(900_000);
  });
});

describe('ui.html', () => {
  const page = readFileSync(path.join(root, 'dist/ui.html'), 'utf8');

  it('[AR8] is one self-contained page: no script, style or picture from elsewhere', () => {
    expect(page).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=/i);
    expect(page).not.toMatch(/@import|url\(\s*['"]?https?:/i);
  });

  it('[AR9] was inlined whole: the script ends where the page ends', () => {
    // The scripts that do not run by themselves, and the window's first one.
    expect([...page.matchAll(/<script(?: type="text\/plain" id="([\w-]+)")?>/g)].map((match) => match[1]).sort()).toEqual(['script-prompts', 'script-service', 'script-work', 'script-worker', undefined]);
    expect(page.match(/<\/script>/g)).toHaveLength(5);
    expect(page.trimEnd()).toMatch(/<\/html>$/);
  });
});

function cycles(bundle: Meta): string[] {
  const state = new Map<string, 'open' | 'closed'>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'closed') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
      return;
    }
    state.set(file, 'open');
    for (const { path: next } of bundle.inputs[file]?.imports ?? []) if (next.startsWith('src/')) visit(next, [...trail, file]);
    state.set(file, 'closed');
  };
  sources(bundle).forEach((file) => visit(file, []));
  return found;
}
