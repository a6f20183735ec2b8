// The whole window: header, the panel that is shown, what went wrong, and the bottom edge. Holds view state, starts nothing.
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Create } from './create/Create.tsx';
import { studio, styleTab, work } from '../late.ts';
import { Compare } from './results/Compare.tsx';
import { ScreenContext } from './screen.ts';
import type { Panel, Place } from './screen.ts';
import { Settings } from './settings/Settings.tsx';
import { AlertBox } from './window/AlertBox.tsx';
import { Footer } from './window/Footer.tsx';
import { Header } from './window/Header.tsx';
import { ResizeHandle } from './window/ResizeHandle.tsx';
import { useDroppedPictures } from './window/useDroppedPictures.ts';
import { useRescuedFocus } from './window/useRescuedFocus.ts';

export function App() {
  const panel = useSignal<Panel>('create');
  const tab = useSignal<Exclude<Panel, 'settings'>>('create');
  const wanted = useSignal<Place | null>(null);
  const comparedJobId = useSignal<string | null>(null);
  const screen = useMemo(() => ({ panel, tab, wanted, comparedJobId }), [panel, tab, wanted, comparedJobId]);
  const root = useRef<HTMLDivElement>(null);
  const isDropping = useDroppedPictures();
  useRescuedFocus(root);
  return (
    <ScreenContext.Provider value={screen}>
      <div class="window" ref={root}>
        <Header />
        <main class="panel">
          <ShownPanel panel={panel.value} />
        </main>
        <AlertBox />
        <Footer />
        <ResizeHandle />
        {isDropping && <div class="drop-note">Drop pictures to use them as references</div>}
      </div>
      <Compare />
    </ScreenContext.Provider>
  );
}

function ShownPanel({ panel }: { panel: Panel }) {
  switch (panel) {
    case 'create':
      return <TabPanel of={panel}><Create /></TabPanel>;
    case 'prompts':
      return <PromptsPanel />;
    case 'style':
      return <StylePanel />;
    case 'batch':
      return <BatchPanel />;
    case 'history':
      return <HistoryPanel />;
    case 'settings':
      return <Settings />;
  }
}

function PromptsPanel() {
  const { Prompts } = studio();
  return <TabPanel of="prompts"><Prompts /></TabPanel>;
}

function StylePanel() {
  const { Style } = styleTab();
  return <TabPanel of="style"><Style /></TabPanel>;
}

function BatchPanel() {
  const { Batch } = work();
  return <TabPanel of="batch"><Batch /></TabPanel>;
}

function HistoryPanel() {
  const { History } = work();
  return <TabPanel of="history"><History /></TabPanel>;
}

function TabPanel({ of, children }: { of: Panel; children: ComponentChildren }) {
  return (
    <div role="tabpanel" id="panel" aria-labelledby={`tab-${of}`} key={of}>
      {children}
    </div>
  );
}
