// The providers by name: a new one is one line here, its folder in ui/providers, and one line in ui/providers/index.
export const PROVIDER_IDS = ['gemini', 'offline', 'gateway'] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];
