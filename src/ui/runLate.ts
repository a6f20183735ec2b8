// Runs a late script of the window the first time it is asked for, and answers what it exports. The build (build/windowScripts.mjs)
// puts the scripts into the page, as elements that do not run by themselves, and makes calls of this of every `late:` import.

declare const variegateLate: Record<string, unknown>;

/** A script element and not `eval`: the page's policy allows inline scripts. Throws where the page has no such script. */
export function runLate(id: string): unknown {
  return (variegateLate[id] ??= run(id));
}

function run(id: string): unknown {
  const script = document.createElement('script');
  script.textContent = document.getElementById(id)?.textContent ?? '';
  document.head.append(script);
  script.remove();
  const left = variegateLate[id];
  if (left === undefined) throw new Error(`${id} did not run`);
  return left;
}
