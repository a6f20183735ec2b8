// The sandbox half: starts it and wires its parts. It holds no logic of its own.
import en from 'zod/v4/locales/en.js';
import { CALLS } from '../core/bridge/contract.ts';
import { EVENTS } from '../core/bridge/events.ts';
import { serve } from '../core/bridge/serve.ts';
import { setUpZod } from '../core/zodSetup.ts';
import { createHandlers } from './handlers.ts';
import { removeOrphans } from './orphans.ts';
import { createOvernightKeeper } from './overnight.ts';
import { sandboxPort } from './port.ts';
import { createQueue } from './queue.ts';
import { installationId, loadSettings, randomName } from './storage.ts';
import { watchCommands } from './commands.ts';
import { watchSelection } from './watch.ts';
import { showWindow } from './window.ts';

async function start(): Promise<void> {
  setUpZod(en());
  const commands = watchCommands();
  const [settings, installation] = await Promise.all([loadSettings(), installationId()]);
  showWindow(settings);
  const owner = { owner: installation, session: randomName() };
  const inDocument = createQueue();
  const overnight = createOvernightKeeper(owner);
  const server = serve(sandboxPort(), CALLS, EVENTS, createHandlers(owner, inDocument, overnight));
  const stopWatching = watchSelection((summary) => server.emit('selectionChanged', summary));
  commands.tell((command) => server.emit('commandRun', { command }));
  figma.on('currentpagechange', () => void inDocument(async () => removeOrphans(owner)).catch(() => undefined));
  figma.on('close', () => {
    stopWatching();
    overnight.secure();
    server.close();
  });
}

void start();
