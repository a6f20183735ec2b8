// The canvas in the middle: the drawing, the overlay above it, and the loop that repaints only what changed.
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Renderer } from '../../host/render.ts';
import { lookFrom, zoomToFit } from '../actions.ts';
import type { Theme, Workspace } from '../workspace.ts';
import { listenToPointer } from './gestures.ts';
import { isTyping, runShortcut } from './keys.ts';
import { drawOverlay, type OverlayColours } from './overlay.ts';
import { createScenePainter, type Rgb, type ScenePainter } from './scene.ts';

const looks: Record<Theme, { readonly background: Rgb; readonly overlay: OverlayColours }> = {
  light: { background: grey(0xf0), overlay: { accent: '#0d99ff', component: '#9747ff', name: '#757575', onAccent: '#ffffff' } },
  dark: { background: grey(0x1e), overlay: { accent: '#0c8ce9', component: '#8a38f5', name: '#a6a6a6', onAccent: '#ffffff' } },
};

function grey(level: number): Rgb {
  return { r: level / 255, g: level / 255, b: level / 255 };
}

export function Stage({ workspace, renderer }: { readonly workspace: Workspace; readonly renderer: Renderer }) {
  const stage = useRef<HTMLDivElement>(null);
  const scene = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const [host, below, above] = [stage.current, scene.current, overlay.current];
    return host && below && above ? runStage(workspace, renderer, host, below, above) : undefined;
  }, [workspace, renderer]);
  return (
    <div class="stage" ref={stage} tabIndex={0} role="application" aria-label="Canvas" aria-roledescription="canvas">
      <canvas class="stage-layer" ref={scene} aria-hidden="true" />
      <canvas class="stage-layer" ref={overlay} aria-hidden="true" />
    </div>
  );
}

function runStage(workspace: Workspace, renderer: Renderer, stage: HTMLElement, below: HTMLCanvasElement, above: HTMLCanvasElement): () => void {
  const context = above.getContext('2d');
  let painter: ScenePainter | null = null;
  let frame = 0;
  let isOver = false;
  const repaint = (): void => { frame ||= requestAnimationFrame(paint); };
  const paint = (): void => {
    frame = 0;
    const file = workspace.file.peek();
    const look = looks[workspace.theme.peek()];
    painter?.draw(file, workspace.drawn.peek(), file.viewport, look.background);
    if (context) {
      drawOverlay(context, window.devicePixelRatio, {
        graph: file.graph, pageId: file.currentPageId, camera: file.viewport, selection: file.selection(),
        hovered: workspace.hovered.peek(), marquee: workspace.marquee.peek(), colours: look.overlay,
      });
    }
    if (painter) stage.dataset['painted'] = 'yes';
  };
  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = stage;
    above.width = Math.round(width * window.devicePixelRatio);
    above.height = Math.round(height * window.devicePixelRatio);
    painter?.resize(width, height, window.devicePixelRatio);
    lookFrom(workspace, { ...workspace.file.peek().viewport, width, height });
    repaint();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(stage);
  void createScenePainter(renderer, below, repaint).then((made) => {
    if (isOver) return made.dispose();
    painter = made;
    resize();
    zoomToFit(workspace);
  });
  const stopEffect = effect(() => {
    for (const signal of [workspace.file, workspace.drawn, workspace.arranged, workspace.looked, workspace.hovered, workspace.marquee, workspace.theme]) void signal.value;
    repaint();
  });
  const hand = followSpace(stage);
  const stopPointer = listenToPointer(stage, workspace, hand.isHeld, repaint);
  const stopKeys = listenToKeys(workspace);
  return () => {
    isOver = true;
    cancelAnimationFrame(frame);
    observer.disconnect();
    for (const stop of [stopEffect, stopPointer, stopKeys, hand.stop]) stop();
    painter?.dispose();
  };
}

/** Shortcuts work wherever the focus is, but not where a person types or works through a list. */
function listenToKeys(workspace: Workspace): () => void {
  const stop = new AbortController();
  addEventListener('keydown', (event) => {
    const inPanel = event.target instanceof Element && event.target.closest('[data-own-keys]') !== null;
    if (isTyping(event.target) || (inPanel && !event.ctrlKey && !event.metaKey && !event.shiftKey)) return;
    if (runShortcut(workspace, event)) event.preventDefault();
  }, { signal: stop.signal });
  return () => stop.abort();
}

/** Space turns the pointer into a hand for as long as it is held. */
function followSpace(stage: HTMLElement): { isHeld(): boolean; stop(): void } {
  const stop = new AbortController();
  const set = (held: boolean): void => { stage.dataset['hand'] = held ? 'held' : ''; };
  addEventListener('keydown', (event) => {
    if (event.code !== 'Space' || isTyping(event.target) || (event.target instanceof Element && event.target.closest('button, [data-own-keys]'))) return;
    event.preventDefault();
    set(true);
  }, { signal: stop.signal });
  addEventListener('keyup', (event) => { if (event.code === 'Space') set(false); }, { signal: stop.signal });
  addEventListener('blur', () => set(false), { signal: stop.signal });
  return { isHeld: () => stage.dataset['hand'] === 'held', stop: () => stop.abort() };
}
