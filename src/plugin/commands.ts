// Menu commands and relaunch buttons pressed while the plugin is open. The one it was started with is in figma.command.

/** Listens from now on; the first run is the start itself and is not told. */
export function watchCommands(): { tell(listener: (command: string) => void): void } {
  let listener: (command: string) => void = () => undefined;
  let isStarted = false;
  figma.on('run', ({ command }) => {
    if (isStarted) listener(command || '');
    isStarted = true;
  });
  return {
    tell: (next) => {
      listener = next;
    },
  };
}
