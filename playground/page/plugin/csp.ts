// The content security policy that Figma derives from a manifest for the plugin's window. Pure.
export interface NetworkAccess {
  readonly allowedDomains: readonly string[];
  readonly devAllowedDomains?: readonly string[];
}

export interface Manifest {
  readonly name: string;
  readonly id: string;
  readonly main: string;
  readonly ui: string;
  readonly networkAccess: NetworkAccess;
  readonly relaunchButtons?: readonly { readonly command: string; readonly name: string }[];
}

/** Everything inline or in data: and blob: addresses; connections only to the manifest's domains. */
export function cspOf({ allowedDomains, devAllowedDomains = [] }: NetworkAccess): string {
  const domains = [...allowedDomains, ...devAllowedDomains].filter((domain) => domain !== 'none');
  return [
    'default-src data:',
    `script-src 'unsafe-inline' 'unsafe-eval' data: blob:`,
    `style-src 'unsafe-inline'`,
    'img-src data: blob:',
    'font-src data:',
    'media-src data: blob:',
    'worker-src blob: data:',
    `connect-src ${domains.length > 0 ? domains.join(' ') : `'none'`}`,
  ].join('; ');
}
