// What crosses between the plugin's engine and the host as itself, and not as a copy.

/** A live object as it crosses the bridge. A class, so that no plain data can be taken for one. */
export class Ref {
  constructor(readonly kind: 'api' | 'node' | 'image' | 'file' | 'notice' | 'callback', readonly id: string) {}
}
export const nodeRef = (id: string): Ref => new Ref('node', id);

/** A function of the plugin. */
export class Callback {
  constructor(readonly id: number, readonly invoke: (args: readonly unknown[]) => unknown) {}
}

/** figma.mixed on this side. */
export const MIXED: unique symbol = Symbol('figma.mixed');
