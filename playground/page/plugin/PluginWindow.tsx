// The plugin's floating window: title bar, close, and its page in a frame without an origin, under the manifest's policy.
import { useSignal } from '@preact/signals';
import { X } from 'lucide';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { toCanvas } from '../canvas/camera.ts';
import type { DeveloperSettings } from '../views/DeveloperMenu.tsx';
import { Icon } from '../views/Icon.tsx';
import type { PluginWindow as Shown, Workspace } from '../workspace.ts';
import { cspOf } from './csp.ts';
import type { NetworkAccess } from './csp.ts';
import { dataAddress, fontMessage, framed, themeMessage } from './frameHtml.ts';
import type { Session } from './session.ts';

interface Props {
  readonly workspace: Workspace;
  readonly session: Session;
  readonly developer: DeveloperSettings;
}

export function PluginWindow({ workspace, session, developer }: Props) {
  const shown = workspace.plugin.value;
  const moved = useSignal({ x: 0, y: 0 });
  const isMoving = useSignal(false);
  // It opens at the right; resizing then moves its right edge, as the handle in its corner expects.
  const openedWidth = useMemo(() => shown?.width ?? 0, [shown?.opened]);
  if (!shown) return null;
  return (
    <section class="plugin" role="dialog" aria-label={shown.title} hidden={!shown.isVisible} data-moving={isMoving.value || undefined}
      style={{ width: `${shown.width}px`, left: `max(8px, calc(100% - ${openedWidth + 16}px))`, transform: `translate(${moved.value.x}px, ${moved.value.y}px)` }}>
      <header class="plugin-title" onPointerDown={(event) => followPointer(event, moved, isMoving)}>
        <span class="brand brand-small" aria-hidden="true" />
        <h2>{shown.title}</h2>
        <button class="button button-icon" aria-label="Close plugin" title="Close plugin" onPointerDown={(event) => event.stopPropagation()} onClick={session.stop}>
          <Icon shape={X} size={16} />
        </button>
      </header>
      <Frame key={shown.opened} shown={shown} workspace={workspace} session={session} developer={developer} />
    </section>
  );
}

function followPointer(event: PointerEvent, moved: { value: { x: number; y: number } }, isMoving: { value: boolean }): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const bar = event.currentTarget;
  const start = { x: event.clientX - moved.value.x, y: event.clientY - moved.value.y };
  const stop = new AbortController();
  const end = (): void => {
    isMoving.value = false;
    stop.abort();
  };
  isMoving.value = true;
  bar.setPointerCapture(event.pointerId);
  bar.addEventListener('pointermove', (move) => { moved.value = { x: move.clientX - start.x, y: move.clientY - start.y }; }, { signal: stop.signal });
  bar.addEventListener('pointerup', end, { signal: stop.signal });
  bar.addEventListener('pointercancel', end, { signal: stop.signal });
}

function Frame({ shown, workspace, session, developer }: Props & { readonly shown: Shown }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const theme = workspace.theme.value;
  // The page is made once a showing: a new theme travels as a message.
  const address = useMemo(() => frameAddress(shown, workspace, session, developer), [shown.opened]);
  useEffect(() => listenToFrame(frame, workspace, session), [session]);
  useEffect(() => {
    if (shown.themeColors) frame.current?.contentWindow?.postMessage(themeMessage(theme), '*');
  }, [theme]);
  if (!address) return <p class="plugin-refused">This page is longer than 2 MiB as a data: address, and Figma would not load it.</p>;
  return (
    <iframe class="plugin-frame" ref={frame} title={shown.title} sandbox="allow-scripts allow-forms allow-modals allow-downloads" {...address} style={{ height: `${shown.height}px` }}
      onLoad={() => {
        const window = frame.current?.contentWindow;
        if (!window) return;
        window.postMessage(fontMessage(session.fonts), '*');
        session.connect(window);
      }} />
  );
}

// Tests take whatever port is free, which no manifest can list; nothing but loopback is let through.
function withLoopback(access: NetworkAccess, baseUrl: string): NetworkAccess {
  const isLoopback = /^http:\/\/localhost:\d+$/.test(baseUrl);
  return isLoopback ? { ...access, devAllowedDomains: [...(access.devAllowedDomains ?? []), baseUrl] } : access;
}

function frameAddress(shown: Shown, workspace: Workspace, session: Session, developer: DeveloperSettings): { srcdoc: string } | { src: string } | null {
  const baseUrl = developer.baseUrl.peek();
  const html = framed(shown.html, {
    csp: cspOf(withLoopback(session.manifest.networkAccess, baseUrl)),
    theme: workspace.theme.peek(),
    themeColors: shown.themeColors,
    ...(baseUrl ? { baseUrl } : {}),
  });
  if (developer.framing.peek() === 'srcdoc') return { srcdoc: html };
  const src = dataAddress(html);
  return src ? { src } : null;
}

/** Only this frame's messages count, and of those only what Figma would look at. */
function listenToFrame(frame: { readonly current: HTMLIFrameElement | null }, workspace: Workspace, session: Session): () => void {
  const stop = new AbortController();
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame.current?.contentWindow || typeof event.data !== 'object' || event.data === null) return;
    if ('pluginMessage' in event.data) session.fromWindow(event.data.pluginMessage);
    if ('pluginDrop' in event.data) dropOnCanvas(event.data.pluginDrop, frame.current, workspace, session);
  }, { signal: stop.signal });
  return () => stop.abort();
}

function dropOnCanvas(data: unknown, frame: HTMLIFrameElement, workspace: Workspace, session: Session): void {
  const stage = document.querySelector('.stage')?.getBoundingClientRect();
  if (!stage || typeof data !== 'object' || data === null || !('clientX' in data) || !('clientY' in data)) return;
  const box = frame.getBoundingClientRect();
  const at = toCanvas(workspace.file.peek().viewport, { x: Number(data.clientX) + box.left - stage.left, y: Number(data.clientY) + box.top - stage.top });
  const items = 'items' in data && Array.isArray(data.items) ? data.items.map((item: { type?: unknown; data?: unknown }) => ({ type: String(item.type), data: String(item.data) })) : [];
  session.drop({ ...at, items });
}
