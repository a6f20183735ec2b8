// The server's types, for tests and the demo.
export interface PlaygroundServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}
export function startServer(options?: { readonly port?: number; readonly build?: boolean }): Promise<PlaygroundServer>;
