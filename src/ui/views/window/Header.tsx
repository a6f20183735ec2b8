// The top of the window: a tab for each panel that works, and the way to Settings. A later tab is one line in TABS.
import { Settings as SettingsIcon } from 'lucide';
import { Icon } from '../parts/Icon.tsx';
import { stepFocus } from '../parts/stepFocus.ts';
import { goTo, useScreen } from '../screen.ts';
import type { Panel } from '../screen.ts';

const TABS = [
  { panel: 'create', label: 'Create' },
  { panel: 'prompts', label: 'Prompts' },
  { panel: 'style', label: 'Style' },
  { panel: 'batch', label: 'Batch' },
  { panel: 'history', label: 'History' },
] as const satisfies readonly { panel: Panel; label: string }[];

/** Where the focus goes when Settings is left. */
export const SETTINGS_BUTTON_ID = 'settings-button';

export function Header() {
  const screen = useScreen();
  const isInSettings = screen.panel.value === 'settings';
  return (
    <header class="header">
      <h1 class="unseen">Variegate</h1>
      <div role="tablist" aria-label="Panels" class="tabs" onKeyDown={(event) => stepFocus(event, event.currentTarget)}>
        {TABS.map((tab, index) => (
          <button
            key={tab.panel}
            id={`tab-${tab.panel}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={screen.panel.value === tab.panel}
            aria-controls={screen.panel.value === tab.panel ? 'panel' : undefined}
            tabIndex={screen.panel.value === tab.panel || (isInSettings && index === 0) ? 0 : -1}
            onFocus={() => !isInSettings && (screen.panel.value = tab.panel)}
            onClick={() => (screen.panel.value = tab.panel)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <button
        id={SETTINGS_BUTTON_ID}
        type="button"
        class="icon-button"
        aria-label="Settings"
        title="Settings"
        aria-pressed={isInSettings}
        onClick={() => (isInSettings ? (screen.panel.value = screen.tab.value) : goTo(screen, 'settings'))}
      >
        <Icon of={SettingsIcon} />
      </button>
    </header>
  );
}
