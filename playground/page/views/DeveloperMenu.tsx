// Settings for whoever works on the plugin: where Gemini is, and how its window is framed. They hold for the next start.
import type { Signal } from '@preact/signals';
import { SlidersHorizontal } from 'lucide';
import { Icon } from './Icon.tsx';

export interface DeveloperSettings {
  /** A loopback address that answers like Gemini; empty for Google's own. */
  readonly baseUrl: Signal<string>;
  readonly framing: Signal<'srcdoc' | 'data'>;
}

export function DeveloperMenu({ settings, onRestart }: { readonly settings: DeveloperSettings; readonly onRestart: () => void }) {
  return (
    <details class="menu" name="menus">
      <summary class="button button-icon" aria-label="Developer settings" title="Developer settings"><Icon shape={SlidersHorizontal} size={16} /></summary>
      <form class="menu-sheet menu-form" onSubmit={(event) => {
        event.preventDefault();
        event.currentTarget.closest('details')?.removeAttribute('open');
        onRestart();
      }}>
        <label class="field">
          <span>Gemini base URL</span>
          <input type="url" placeholder="http://localhost:4174" value={settings.baseUrl.value} onInput={(event) => { settings.baseUrl.value = event.currentTarget.value; }} />
        </label>
        <p class="hint">Leave empty for Google. Only addresses in the manifest are allowed.</p>
        <label class="field">
          <span>Plugin window</span>
          <select value={settings.framing.value} onChange={(event) => { settings.framing.value = event.currentTarget.value === 'data' ? 'data' : 'srcdoc'; }}>
            <option value="srcdoc">about:srcdoc</option>
            <option value="data">data: address</option>
          </select>
        </label>
        <button class="button button-primary" type="submit">Restart plugin</button>
      </form>
    </details>
  );
}
