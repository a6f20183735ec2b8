// What build/windowScripts.mjs makes of imports that are scripts of their own.

/** A function that answers the text of a classic script. */
declare module 'worker:*' {
  const source: () => string;
  export default source;
}

/** A function that runs a script of the window when it is first needed, and answers what it exports. */
declare module 'late:*' {
  const load: () => unknown;
  export default load;
}
