export type PaypalItem = {
  payout_item_id: string;
  payout_batch_id: string;
  transaction_status: string;
  payout_item: {
    recipient_type: string;
    amount: { value: string; currency: string };
    receiver: string;
    note: string;
    sender_item_id: string;
  };
  errors?: { name: string; message: string };
};
export type PaypalBatch = {
  id: string;
  senderBatchId: string;
  subject: string;
  status: string;
  createdAtMs: number;
  /** Before it its items are not shown. */
  isBegun: boolean;
  items: PaypalItem[];
};

const dayMs = 86_400_000;

/** What PayPal knows: batches by their ids, tokens and until when they count. */
export class PaypalState {
  readonly batches: PaypalBatch[] = [];
  readonly tokens = new Map<string, number>();
  readonly nowMs: () => number;
  readonly credentials: string;
  address = '';
  /** What the sender has; without one there is always enough. */
  balance: number | undefined;
  #count = 0;

  constructor(nowMs: () => number, credentials: string) {
    this.nowMs = nowMs;
    this.credentials = credentials;
  }

  newId(): string {
    this.#count++;
    return `STANDIN${String(this.#count).padStart(6, '0')}`;
  }

  /** Of the last 30 days, as documented. */
  bySender(senderBatchId: string): PaypalBatch | undefined {
    return this.batches.find(
      (one) => one.senderBatchId === senderBatchId && this.nowMs() - one.createdAtMs < 30 * dayMs,
    );
  }

  /** What becomes of the one item of a batch. */
  decide(batchId: string, status: string, error?: string): void {
    const batch = this.batches.find(({ id }) => id === batchId)!;
    batch.status = 'SUCCESS';
    const item = batch.items[0]!;
    item.transaction_status = status;
    if (error) item.errors = { name: error, message: 'It was not possible.' };
  }
}
