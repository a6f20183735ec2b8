// The manifest by our own rules, which are stricter than Figma's; and by the shared schema where it is present.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';

import { GATEWAYS, hostOf } from '../../src/core/gateways.ts';

interface Manifest {
  readonly main: string;
  readonly ui: string;
  readonly editorType: readonly string[];
  readonly documentAccess: string;
  readonly networkAccess: { readonly allowedDomains: readonly string[]; readonly devAllowedDomains: readonly string[]; readonly reasoning: string };
  readonly permissions?: readonly string[];
  readonly enableProposedApi?: boolean;
  readonly relaunchButtons: readonly { readonly command: string }[];
}
const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'manifest.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;

describe('manifest.json', () => {
  it('[MA1] names files that the build makes', () => {
    expect(existsSync(path.join(root, manifest.main))).toBe(true);
    expect(existsSync(path.join(root, manifest.ui))).toBe(true);
  });

  it('[MA2] uses dynamic pages, asks for no permission and no proposed API', () => {
    expect(manifest.documentAccess).toBe('dynamic-page');
    expect(manifest.permissions ?? []).toEqual([]);
    expect(manifest.enableProposedApi ?? false).toBe(false);
  });

  it('[MA3] allows Google’s one host and those of the gateways in the table, with a reason that names them', () => {
    expect(manifest.networkAccess.allowedDomains).toEqual(['https://generativelanguage.googleapis.com', ...GATEWAYS.map(({ baseUrl }) => hostOf(baseUrl))]);
    for (const { label } of GATEWAYS) expect(manifest.networkAccess.reasoning).toContain(label);
    expect(manifest.networkAccess.reasoning).toContain('Gemini');
    expect(manifest.networkAccess.reasoning).toContain('only when you press Make');
  });

  it('[MA4] has loopback only among the development domains, as http://localhost:PORT', () => {
    for (const domain of manifest.networkAccess.devAllowedDomains) expect(domain).toMatch(/^http:\/\/localhost:\d+$/);
  });

  it('[MA5] lists only editors that are tested', () => {
    expect(manifest.editorType).toEqual(['figma']);
  });

  const schema = path.resolve(root, '../shared/reference/manifest.schema.json');
  it.runIf(existsSync(schema))('[MA6] is valid by the reference schema', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
  });
});
