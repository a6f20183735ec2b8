// Where the designer is in the window: which panel, which control is asked for, which result is compared. View state only.
import type { Signal } from '@preact/signals';
import { useSignalEffect } from '@preact/signals';
import { createContext } from 'preact';
import type { RefObject } from 'preact';
import { useContext } from 'preact/hooks';

export type Panel = 'create' | 'prompts' | 'style' | 'batch' | 'history' | 'settings';

/** A control that an error's button leads to. */
export type Place = 'selection' | 'brief' | 'idea' | 'fields' | 'change' | 'look' | 'prompt' | 'references' | 'model' | 'settings' | 'key' | 'limitPerRun' | 'limitPerDay' | 'taste';

export interface Screen {
  readonly panel: Signal<Panel>;
  /** The tab that Settings was opened from, and leads back to. */
  readonly tab: Signal<Exclude<Panel, 'settings'>>;
  /** Asked for and not yet shown; whoever owns the control shows it and sets null. */
  readonly wanted: Signal<Place | null>;
  /** Id of the job in the Compare dialog; null while it is closed. */
  readonly comparedJobId: Signal<string | null>;
}

export const ScreenContext = createContext<Screen | null>(null);

export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error('views must stand inside App');
  return screen;
}

/** The panels that hold a control; the first one where the designer is in none of them. */
const PANELS_OF = {
  selection: ['create', 'prompts', 'style'],
  brief: ['create', 'prompts'],
  idea: ['prompts'],
  fields: ['prompts'],
  change: ['prompts'],
  look: ['style'],
  prompt: ['create', 'prompts'],
  references: ['create'],
  model: ['create', 'prompts', 'style', 'batch'],
  settings: ['settings'],
  key: ['settings'],
  limitPerRun: ['settings'],
  limitPerDay: ['settings'],
  taste: ['settings'],
} as const satisfies Record<Place, readonly [Panel, ...Panel[]]>;

/** Shows a panel that holds a control (`panel`, else the present one if it does) and asks for the control. */
export function goTo(screen: Screen, place: Place, panel?: Panel): void {
  const panels: readonly [Panel, ...Panel[]] = PANELS_OF[place];
  if (screen.panel.value !== 'settings') screen.tab.value = screen.panel.value;
  if (panel) screen.panel.value = panel;
  else if (!panels.includes(screen.panel.value)) screen.panel.value = panels[0];
  screen.wanted.value = place;
}

/** Focuses `ref` when its place is asked for; `reveal` opens what hides it. */
export function useWanted(place: Place, ref: RefObject<HTMLElement | null>, reveal?: () => void): void {
  const screen = useScreen();
  useSignalEffect(() => {
    if (screen.wanted.value !== place) return undefined;
    reveal?.();
    // What reveal opens is in the page only after the next drawing.
    const frame = requestAnimationFrame(() => {
      screen.wanted.value = null;
      ref.current?.scrollIntoView({ block: 'nearest' });
      ref.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
}
