import { resourceMissing, type StripeObject } from './objects.ts';

export type StripeEvent = StripeObject & {
  type: string;
  created: number;
  account?: string;
  data: { object: StripeObject };
};

/** What the stand-in knows: objects by type and id, events in their order, test behavior that Stripe keeps to itself. */
export class StandInState {
  readonly objects = new Map<string, Map<string, StripeObject>>();
  readonly events: StripeEvent[] = [];
  /** What a test method does when it is charged; by its id. */
  readonly behaviors = new Map<string, string>();
  /** What the platform has to send on; without one there is always enough. */
  platformBalance: number | undefined;
  nowMs: () => number;
  #count = 0;

  constructor(nowMs: () => number) {
    this.nowMs = nowMs;
  }

  newId(prefix: string): string {
    this.#count++;
    return `${prefix}_${String(this.#count).padStart(14, '0')}StandIn`;
  }

  seconds(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  all(type: string): Map<string, StripeObject> {
    let known = this.objects.get(type);
    if (!known) {
      known = new Map();
      this.objects.set(type, known);
    }
    return known;
  }

  put<T extends StripeObject>(object: T): T {
    this.all(object.object).set(object.id, object);
    return object;
  }

  /** @throws resource_missing */
  get(type: string, id: string): StripeObject {
    const found = this.all(type).get(id);
    if (!found) throw resourceMissing(type, id);
    return found;
  }

  /** Written as the change is made; who is told, in which order and how often, is the test's choice. */
  tell(type: string, object: StripeObject, account?: string): StripeEvent {
    const event: StripeEvent = {
      id: this.newId('evt'),
      object: 'event',
      type,
      created: this.seconds(),
      ...(account && { account }),
      data: { object: structuredClone(object) },
    };
    this.events.push(event);
    return event;
  }
}

/** As Stripe answers a list. */
export function listOf(url: string, data: readonly StripeObject[]) {
  return { object: 'list', url, has_more: false, data };
}
