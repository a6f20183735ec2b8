// The plugin's window as Figma frames it: policy, theme, address.
import { describe, expect, it } from 'vitest';
import { cspOf } from '../../playground/page/plugin/csp.ts';
import { DATA_URL_LIMIT, dataAddress, fontMessage, framed, themeMessage } from '../../playground/page/plugin/frameHtml.ts';
import { themeCss } from '../../playground/page/plugin/tokens.ts';

const csp = cspOf({ allowedDomains: ['https://generativelanguage.googleapis.com'], devAllowedDomains: ['http://localhost:4174'] });
const framing = { csp, theme: 'light', themeColors: true } as const;

describe('the policy', () => {
  it('[PY10] allows connections to the manifest’s domains only', () => {
    expect(csp.split('; ').at(-1)).toBe('connect-src https://generativelanguage.googleapis.com http://localhost:4174');
  });

  it('[PY10] allows none when the manifest says none', () => {
    expect(cspOf({ allowedDomains: ['none'] })).toContain(`connect-src 'none'`);
  });

  it('[PY11] lets scripts, pictures and workers be inline, data: or blob: and nothing else', () => {
    expect(csp).toBe([
      'default-src data:',
      `script-src 'unsafe-inline' 'unsafe-eval' data: blob:`,
      `style-src 'unsafe-inline'`,
      'img-src data: blob:',
      'font-src data:',
      'media-src data: blob:',
      'worker-src blob: data:',
      'connect-src https://generativelanguage.googleapis.com http://localhost:4174',
    ].join('; '));
  });
});

describe('the framed page', () => {
  it('[PY12] puts the policy before everything else in the head', () => {
    expect(framed('<!doctype html><html><head><script>1</script></head></html>', framing)).toMatch(/^<!doctype html><html><head><meta http-equiv="Content-Security-Policy"/);
  });

  it('[PY12] puts it first in a page without a head, behind the doctype', () => {
    expect(framed('<!DOCTYPE html><p>x</p>', framing)).toMatch(/^<!DOCTYPE html><meta http-equiv="Content-Security-Policy"/);
  });

  it('[PY13] leaves every byte of the plugin’s own page as it was', () => {
    const bundle = 'a.replace(/x/, "$&$1$$`")';
    expect(framed(`<head><script>${bundle}</script></head>`, framing)).toContain(bundle);
  });

  it('[PY14] gives tokens and class only to a plugin that asked for theme colours', () => {
    const plain = framed('<head></head>', { ...framing, themeColors: false });
    expect([plain.includes('figma-style'), framed('<head></head>', framing).includes('<style id="figma-style">')]).toEqual([false, true]);
  });

  it('[PY15] hands a base URL over without letting it end the script', () => {
    const page = framed('<head></head>', { ...framing, baseUrl: 'http://localhost:4174/</script><script>alert(1)' });
    expect(page).not.toContain('</script><script>alert');
  });

  it('[PY16] makes no data: address that Figma could not load', () => {
    expect([dataAddress('x'.repeat(DATA_URL_LIMIT)), dataAddress('<p>é</p>')]).toEqual([null, `data:text/html;base64,${Buffer.from('<p>é</p>').toString('base64')}`]);
  });
});

describe('the tokens', () => {
  it('[PY17] holds the two brand colours that white text passes on', () => {
    expect([themeCss('light'), themeCss('dark')].map((css) => /bg-brand-secondary: (#\w+)/.exec(css)?.[1])).toEqual(['#0768cf', '#105cad']);
  });

  it('[PY17] names the same tokens in both themes', () => {
    const names = (css: string): readonly string[] => css.match(/--figma-color-[\w-]+/g) ?? [];
    expect(names(themeCss('dark'))).toEqual(names(themeCss('light')));
  });

  it('[PY19] hands Inter over as bytes, which no policy can refuse', () => {
    expect([framed('<head></head>', framing).includes('figmaFonts'), fontMessage([{ weight: 400, bytes: new ArrayBuffer(2) }]).figmaFonts[0]?.weight]).toEqual([true, 400]);
  });

  it('[PY18] tells a running window of a theme by name and sheet', () => {
    expect(themeMessage('dark')).toEqual({ figmaTheme: { name: 'dark', css: themeCss('dark') } });
  });
});
