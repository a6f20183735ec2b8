// Constants that build.mjs puts in.
declare const __BUILD__: string;
