// The UI's start: draws the window, shakes hands with the sandbox, and follows its events. No logic of its own.
import './theme.css';
import { render } from 'preact';
import { greet, runCommand } from './actions.ts';
import { client } from './client.ts';
import { start } from './run/start.ts';
import { effects } from './run/world.ts';
import { App } from './views/App.tsx';
import { setUpZod } from '../core/zodSetup.ts';

setUpZod();
const root = document.getElementById('app');
if (root) render(<App />, root);
client.on('commandRun', runCommand);
void start(effects, __BUILD__).then(greet);
