// The page that the view tests open: the whole window on the real store, with actions that only write down what was called.
import '../../../../src/ui/theme.css';
import { render } from 'preact';
import { App } from '../../../../src/ui/views/App.tsx';
import { callAction } from './fakeWorld.ts';
import { SCENES } from './scenes.ts';
import * as draft from '../../../../src/ui/store/draft.ts';
import * as references from '../../../../src/ui/store/references.ts';
import * as runs from '../../../../src/ui/store/runs.ts';
import * as selection from '../../../../src/ui/store/selection.ts';
import * as session from '../../../../src/ui/store/session.ts';

export interface ViewsUnderTest {
  readonly calls: (readonly [string, ...unknown[]])[];
  readonly stores: typeof draft & typeof references & typeof runs & typeof selection & typeof session;
  readonly show: (scene: keyof typeof SCENES) => void;
}

declare global {
  interface Window {
    views: ViewsUnderTest;
    onAction: (name: string, values: readonly unknown[]) => unknown;
  }
}

const calls: ViewsUnderTest['calls'] = [];
window.onAction = (name, values) => {
  calls.push([name, ...values]);
  return callAction(name, values);
};
window.views = { calls, stores: { ...draft, ...references, ...runs, ...selection, ...session }, show: (scene) => SCENES[scene]() };

const root = document.getElementById('app');
if (root) render(<App />, root);
