// figma.showUI and figma.ui. The window itself is the page's: it is told what to show.
import type { ShownUi } from '../options.ts';
import { listen, unlisten } from './events.ts';
import { type ApiMember, type ApiMembers } from './member.ts';
import { Callback } from './crossing.ts';
import type { Session } from './session.ts';
import { asBoolean, asNumber, fail, isRecord, stringArg } from './values.ts';

const MIN_WIDTH = 70;

function showUi(session: Session, [html, options]: readonly unknown[]): void {
  const text = stringArg('showUI', html, 'html');
  const wanted = isRecord(options) ? options : {};
  const size = (name: 'width' | 'height', fallback: number, least: number): number => Math.max(least, asNumber(name, wanted[name] ?? fallback));
  const flag = (name: 'visible' | 'themeColors', fallback: boolean): boolean => asBoolean(name, wanted[name] ?? fallback);
  const at = wanted['position'];
  const position = isRecord(at) ? { position: { x: asNumber('position', at['x']), y: asNumber('position', at['y']) } } : {};
  const shown: ShownUi = {
    width: size('width', 300, MIN_WIDTH), height: size('height', 200, 0), title: String(wanted['title'] ?? ''),
    visible: flag('visible', true), themeColors: flag('themeColors', false), ...position,
  };
  session.uiIsShown = true;
  session.options.onShowUi?.(text, shown);
}

function requireUi(session: Session, member: string): void {
  if (!session.uiIsShown) fail(member, 'No UI to send a message to. Call figma.showUI first');
}

function close(session: Session): void {
  requireUi(session, 'close');
  session.uiIsShown = false;
  session.uiOnMessage = undefined;
  session.listeners.delete('ui message');
  session.options.onUiChange?.({ type: 'close' });
}

const visibility = (type: 'show' | 'hide'): ApiMember => ({ call: (session) => { requireUi(session, type); session.options.onUiChange?.({ type }); } });
const handler = (member: string, value: unknown): Callback => (value instanceof Callback ? value : fail(member, 'Expected function'));
const subscribe = (once: boolean): ApiMember => ({
  call: (session, [event, run]) => (event === 'message' ? listen(session, 'ui message', handler('on', run), once) : fail('on', `"${String(event)}" is not an event of figma.ui`)),
});

const parts: ApiMembers = {
  postMessage: { call: (session, [message]) => { requireUi(session, 'postMessage'); session.options.onUiMessage?.(message); } },
  onmessage: {
    get: (session) => session.uiOnMessage,
    set: (session, value) => { session.uiOnMessage = value === undefined || value === null ? undefined : handler('onmessage', value); },
  },
  on: subscribe(false), once: subscribe(true),
  off: { call: (session, [, run]) => unlisten(session, 'ui message', handler('off', run)) },
  resize: {
    call: (session, [width, height]) => {
      requireUi(session, 'resize');
      session.options.onUiChange?.({ type: 'resize', width: Math.max(MIN_WIDTH, asNumber('width', width)), height: Math.max(0, asNumber('height', height)) });
    },
  },
  reposition: { call: (session, [x, y]) => { requireUi(session, 'reposition'); session.options.onUiChange?.({ type: 'reposition', x: asNumber('x', x), y: asNumber('y', y) }); } },
  show: visibility('show'), hide: visibility('hide'), close: { call: close },
};

export const uiMembers = { showUI: { call: showUi } as ApiMember, parts };
