import type { PolicyBody } from '@portico/api/platform/policies/schema.ts';
import { confirmed, pay, usd, type WorkStage } from './stage.ts';

type Setup = { id: string; testMethods: { token: string; label: string }[] };

/** Who writes the invoices: the invented operator of the demo. */
const seller = {
  sellerName: 'Harbor Desk Marketplace Ltd',
  sellerAddress: ['4 Harbor Desk Quay', 'Dublin D02 X285', 'Ireland'],
  sellerVatId: 'IE3668997OH',
};

export async function setUpSeller({ ask, operator }: WorkStage): Promise<void> {
  const policies = '/v1/operator/policies';
  const { items } = await ask<{ items: PolicyBody[] }>(operator, undefined, 'GET', policies);
  const { etag, settings } = items.find(({ name }) => name === 'invoices')!;
  const body = { settings: { ...settings, ...seller } };
  await ask(operator, undefined, 'PUT', `${policies}/invoices`, body, { 'if-match': etag });
}

/** Who manages money at each client, and what it pays with. */
const payers: Readonly<Record<string, { by: string; card: string; prefund?: number; credit?: number }>> = {
  larkmoor: { by: 'Petra', card: 'sandbox_card_success', prefund: 30_000, credit: 50_000 },
  fennec: { by: 'Camille', card: 'sandbox_card_success' },
  brightwater: { by: 'Gwen', card: 'sandbox_card_success' },
};

export const payerOf = (slug: string): string => payers[slug]!.by;

export async function setUpBilling(stage: WorkStage): Promise<void> {
  const { ask, tenant } = stage;
  const { by, card, prefund, credit } = payers[tenant.slug]!;
  const setup = await pay<Setup>(stage, by, '/v1/billing/method-setups', { kind: 'card' });
  const path = `/v1/billing/method-setups/${setup.id}/completion`;
  const { methodId } = await pay<{ methodId: string }>(stage, by, path, { testMethod: card });
  if (prefund) await pay(stage, by, '/v1/billing/prefunding', { amount: usd(prefund), methodId });
  if (!credit) return;
  const operator = confirmed(stage.operator, stage);
  const line = `/v1/operator/credit-lines/${tenant.slug}`;
  const etag = await ask.etag(operator, undefined, line);
  await ask(
    operator,
    undefined,
    'PUT',
    line,
    { limit: usd(credit), days: 30 },
    {
      'if-match': etag,
      'idempotency-key': `seed credit ${tenant.slug}`,
    },
  );
}
