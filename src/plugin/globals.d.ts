// Constants that the build puts in. Nothing else is global but what Figma's typings declare.

/** Names one build; both halves carry it, so that a stale window is noticed. */
declare const __BUILD__: string;
