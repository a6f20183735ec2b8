// A gateway that can do everything, for tests that are not about finding that out.
import type { GatewayFound } from '../../../src/core/gateways.ts';
import type { Canary } from '../../../src/ui/providers/gateway/probe.ts';

export const FOUND: GatewayFound = { url: '', model: '', answers: true, sees: true, makes: true, keepsInputs: true, why: '' };

export const NO_CANARY: Canary = { draw: () => Promise.reject(new Error('no canary')), mainColour: () => Promise.resolve(null), random: () => 0.5 };
