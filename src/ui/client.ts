// The one connection to the sandbox. Only ui/run and ui/actions may use it.
import { connect } from '../core/bridge/connect.ts';
import type { Client } from '../core/bridge/connect.ts';
import { CALLS, EVENTS } from '../core/bridge/contract.ts';
import { windowPort } from './port.ts';

export type PluginClient = Client<typeof CALLS, typeof EVENTS>;

export const client: PluginClient = connect(windowPort(window, window.parent), CALLS, EVENTS);
