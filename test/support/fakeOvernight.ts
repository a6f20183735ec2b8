// A service that works overnight, and the document that keeps its jobs, for runs without a browser.
import type { CallInput, CallName, CallOutput } from '../../src/core/bridge/contract.ts';
import type { VariegateError } from '../../src/core/errors.ts';
import type { Overnight, OvernightAnswer, OvernightOrder } from '../../src/ui/providers/provider.ts';

export interface FakeOvernight extends Overnight {
  /** Jobs that the service has, the oldest first. */
  readonly jobs: { order: OvernightOrder; name: string; state: 'out' | 'ready' | 'failed' | 'cancelled' | 'expired' }[];
  /** What the document has. */
  readonly document: { head: unknown; readonly jobs: unknown[] };
  /** Rows that get an error in place of a picture. */
  readonly refused: Map<string, VariegateError>;
  /** What submitting does before and after the service has the job. */
  beforeSubmit: () => void;
  afterSubmit: () => void;
  /** False while another window places. */
  isHandFree: boolean;
  settle(state?: 'ready' | 'failed' | 'cancelled' | 'expired'): void;
  readonly answers: { [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> };
}

interface StoredJob {
  rows: { at: number; unit: Record<string, unknown> }[];
}

export function createFakeOvernight(): FakeOvernight {
  const jobs: FakeOvernight['jobs'] = [];
  const document: FakeOvernight['document'] = { head: null, jobs: [] };
  const fake: FakeOvernight = {
    jobs,
    document,
    refused: new Map(),
    beforeSubmit: () => undefined,
    afterSubmit: () => undefined,
    isHandFree: true,
    settle: (state = 'ready') => jobs.forEach((job) => job.state === 'out' && (job.state = state)),
    async submit(order) {
      fake.beforeSubmit();
      await Promise.resolve();
      const name = `batches/${jobs.length + 1}`;
      jobs.push({ order, name, state: 'out' });
      fake.afterSubmit();
      return name;
    },
    list: () => Promise.resolve(jobs.map(({ order, name, state }) => ({ name, displayName: order.displayName, state })).reverse()),
    collect: ({ name }) => Promise.resolve((jobs.find((job) => job.name === name)?.order.requests ?? []).map(({ key, request }): OvernightAnswer => {
      const refused = fake.refused.get(key);
      return { key, reply: refused ?? { bytes: new TextEncoder().encode(`picture ${request.prompt}`), usage: { model: request.model, inputTokens: 1000, outputTokens: 0, imageTokens: 1120 }, model: request.model } };
    })),
    cancel: (name) => Promise.resolve(jobs.forEach((job) => job.name === name && job.state === 'out' && (job.state = 'cancelled'))),
    answers: {
      readOvernight: () => ({ head: document.head, jobs: document.jobs }),
      saveOvernight: ({ head }) => ((document.head = head), {}),
      saveOvernightJob: ({ index, job }) => ((document.jobs[index] = structuredClone(job)), {}),
      forgetOvernight: () => ((document.head = null), (document.jobs.length = 0), {}),
      isOvernightFree: () => ({ isFree: fake.isHandFree }),
      placeOvernightRow: ({ job, at }) => {
        const row = (document.jobs[job] as StoredJob | undefined)?.rows.find((each) => each.at === at);
        if (!row || row.unit['state'] === 'done') return { placed: null };
        row.unit = { ...row.unit, state: 'done' };
        const whole = document.jobs[job] as { state: string } & StoredJob;
        if (whole.rows.every(({ unit }) => unit['state'] === 'done')) whole.state = 'over';
        return { placed: { nodeId: `row${at}`, imageHash: 'hash', pageId: '0:1' } };
      },
    },
  };
  return fake;
}
