// OpenAI-compatible gateways that this plugin may reach: the manifest allows their hosts and no others. Another one needs a build of one's
// own, with its line here and its host in manifest.json: docs/add-a-provider.md.

export interface Gateway {
  readonly label: string;
  /** What `/chat/completions` is put after. */
  readonly baseUrl: string;
  readonly source: string;
  readonly checked: string;
}

export const GATEWAYS: readonly Gateway[] = [
  { label: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1', source: 'https://openrouter.ai/docs/guides/overview/multimodal/image-generation.md', checked: '2026-11-29' },
  { label: 'XRoute.AI', baseUrl: 'https://api.xroute.ai/openai/v1', source: 'the article of the user who asked for it; no public reference was found', checked: '2026-11-22' },
];

/** For tests and the playground: a gateway on this computer, never over the network. */
const LOOPBACK = /^http:\/\/localhost:\d{1,5}(?:\/|$)/;

/**
 * The address that requests go to, without a slash at its end; null where it is not allowed. `mayLoopback` is true where a build of
 * one's own runs against this computer.
 */
export function gatewayBase(url: string, mayLoopback = false): string | null {
  const plain = url.trim().replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  if (mayLoopback && LOOPBACK.test(`${plain}/`)) return plain;
  return GATEWAYS.some(({ baseUrl }) => `${plain}/`.startsWith(`${hostOf(baseUrl)}/`)) ? plain : null;
}

/** "https://openrouter.ai". */
export function hostOf(baseUrl: string): string {
  return /^https:\/\/[^/]+/.exec(baseUrl)?.[0] ?? baseUrl;
}

/** What the test of a gateway found. */
export interface GatewayFound {
  /** Of what was tested: another address or model is untested. */
  readonly url: string;
  readonly model: string;
  readonly answers: boolean;
  /** It looked at the picture that was sent along. */
  readonly sees: boolean;
  readonly makes: boolean;
  /** A picture that was sent along shaped the one that it made. */
  readonly keepsInputs: boolean;
  /** Why it makes none, in the gateway's own words; may be empty. */
  readonly why: string;
}
