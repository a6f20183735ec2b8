// What build.mjs makes of `import source from 'worker:./worker.ts'`: the text of a classic script.
declare module 'worker:*' {
  const source: string;
  export default source;
}
