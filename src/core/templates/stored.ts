// The designer's own templates as they are stored on this computer. Stored data is never trusted: what is damaged counts as absent.
import { readTemplate } from './exchange.ts';
import { TEMPLATE_LIMITS } from './template.ts';
import type { Template } from './template.ts';

export interface StoredTemplates {
  readonly version: 1;
  readonly templates: readonly { readonly id: string; readonly name: string; readonly fields: Readonly<Record<string, string>> }[];
}

export function toStored(templates: readonly Template[]): StoredTemplates {
  return { version: 1, templates: templates.map(({ id, name, fields }) => ({ id, name, fields: { ...fields } })) };
}

/** Item by item; none of what a newer version stored. At most 200, ids unique, none of them ours. */
export function fromStored(stored: unknown): Template[] {
  if (!isStored(stored)) return [];
  const seen = new Set<string>();
  return stored.templates.slice(0, TEMPLATE_LIMITS.count).flatMap((value) => {
    const id = idOf(value);
    const read = readTemplate(value);
    if (id === '' || id.startsWith('ours/') || seen.has(id) || typeof read === 'string') return [];
    seen.add(id);
    return [{ ...read, id, isOurs: false }];
  });
}

function isStored(value: unknown): value is { readonly version: 1; readonly templates: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1 && 'templates' in value && Array.isArray(value.templates);
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id.slice(0, 100) : '';
}
