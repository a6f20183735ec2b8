// What build.mjs makes of `import source from 'worker:./worker.ts'` and of `script:`: the text of a classic script.
declare module 'worker:*' {
  const source: string;
  export default source;
}

declare module 'script:*' {
  const source: string;
  export default source;
}
