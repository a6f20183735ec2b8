// The one connection to the sandbox. Only ui/run and ui/actions may use it.
import { connect } from '../core/bridge/connect.ts';
import type { Client } from '../core/bridge/connect.ts';
import type { CALLS } from '../core/bridge/contract.ts';
import { EVENTS } from '../core/bridge/events.ts';
import { windowPort } from './port.ts';

export type PluginClient = Client<typeof CALLS, typeof EVENTS>;

export const client: PluginClient = connect<typeof CALLS, typeof EVENTS>(windowPort(window, window.parent), {}, EVENTS);
