// Types of the loopback gateway, which is plain JavaScript like that of Gemini.

export declare const GATEWAY_KEY: string;

export interface GatewayScript {
  readonly status?: number;
  /** Sent as it is (strings) or as JSON. */
  readonly body?: unknown;
  /** Changes the usual answer. */
  readonly edit?: (answer: unknown) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
}

export interface LoopbackGateway {
  readonly url: string;
  readonly key: string;
  readonly requests: readonly { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: Readonly<Record<string, unknown>> }[];
  next(...scripts: GatewayScript[]): void;
  reset(): void;
  close(): Promise<void>;
}

export declare function startLoopbackGateway(options?: { readonly number?: string }): Promise<LoopbackGateway>;
export declare function withImage(png: Uint8Array): Readonly<Record<string, unknown>>;
