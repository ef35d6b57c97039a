import assert from 'node:assert/strict';
import { assemblePayouts, readPayees } from '../assemble-payouts.ts';
import type { Deps } from '../deps.ts';
import type { MoneyHold } from '../money/holds/schema.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import { proveLedger } from '../money/ledger/prove-ledger.ts';
import type { PayoutMethod } from '../money/payout-methods/schema.ts';
import type { OwnMoney } from '../money/payouts/money-schema.ts';
import { provePayouts } from '../money/payouts/prove-payouts.ts';
import type { Payout } from '../money/payouts/schema.ts';
import type { Actor, Person } from '../platform/auth/actor.ts';
import { isoInstant } from '../platform/clock/clock.ts';
import { newRoutes } from '../platform/http/routes.ts';
import { freelancerRoutes } from '../talent/freelancers/routes.ts';
import type { OwnFreelancer } from '../talent/freelancers/schema.ts';
import { confirmed, signedIn } from './actors.ts';
import { newFreelancer } from './freelancer-app.ts';
import { sliceApp, type TestPorts, testDeps } from './slice-app.ts';

export type PayoutsWorld = Awaited<ReturnType<typeof openPayoutsWorld>>;

/** Freelancers with money to take out, an operator at the money desk, and a clock. */
export async function openPayoutsWorld(changed: (deps: Deps) => Partial<Deps> = () => ({})) {
  const made = await testDeps();
  const deps = { ...made, ...changed(made) } as Deps & TestPorts;
  const payouts = assemblePayouts(deps);
  payouts.watch();
  const all = newRoutes();
  for (const routes of [...payouts.routes, freelancerRoutes(deps)]) all.route('/', routes);
  const app = sliceApp(all);
  const operator: Person = confirmed({ ...signedIn('operator'), operatorRoles: ['operatorAdmin'] });
  let keys = 0;

  const send = (actor: Actor, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.as(actor, null).request(method, path, body, { 'idempotency-key': `key ${++keys}`, ...headers });
  const desk = (method: string, path: string, body?: unknown) => send(operator, method, path, body);

  return {
    deps,
    paying: { ...deps, readPayees },
    operator,
    desk,
    send,
    close: () => deps.database.close(),
    today: () => isoInstant(deps.clock.now()).slice(0, 10).replaceAll('-', ''),
    prove: async () => (await proveLedger(deps.database.db, [provePayouts])).broken,
    answer: (id: string, body: unknown) => desk('POST', `/v1/operator/payouts/${id}/bank-answer`, body),
    async pass(ms: number): Promise<void> {
      deps.clock.advance(ms);
      await deps.jobs.runDue();
    },
    async placeHold(subject: { kind: 'freelancer' | 'payout'; id: string }): Promise<MoneyHold> {
      const answer = await desk('POST', '/v1/operator/holds', { subject, reason: 'Under review' });
      assert.equal(answer.status, 201);
      return (await answer.json()) as MoneyHold;
    },
    async liftHold(id: string): Promise<void> {
      assert.equal((await desk('POST', `/v1/operator/holds/${id}/lifting`, { reason: 'All is well' })).status, 200);
    },
    bankReport(messageId: string, lines: readonly [endToEndId: string, status: string, reason?: string][]): string {
      const transactions = lines.map(
        ([id, status, reason]) =>
          `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>` +
          `${reason ? `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>` : ''}</TxInfAndSts>`,
      );
      return (
        '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">' +
        `<CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId>` +
        `</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${transactions.join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`
      );
    },

    async newPayee({
      availableMinor,
      currency = 'USD',
      name = 'Ada Okafor',
      hasTaxForm = true,
      worksInUnitedStates = false,
    }: {
      availableMinor: number;
      currency?: string;
      name?: string;
      hasTaxForm?: boolean;
      worksInUnitedStates?: boolean;
    }) {
      const newcomer = signedIn(`payee ${++keys}`);
      const created = await send(newcomer, 'POST', '/v1/freelancers', { ...newFreelancer, name });
      const { id: freelancerId } = (await created.json()) as OwnFreelancer;
      const unconfirmed: Person = { ...newcomer, freelancerId };
      const person = confirmed(unconfirmed);
      const own = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
        send(person, method, path, body, headers);
      const read = async <T>(path: string) => (await (await own('GET', path)).json()) as T;
      const add = async (body: unknown) => {
        const answer = await own('POST', '/v1/freelancers/me/payout-methods', body);
        assert.equal(answer.status, 201, JSON.stringify(await answer.clone().json()));
        return (await answer.json()) as PayoutMethod;
      };
      const opened = async (method: PayoutMethod) => {
        deps.clock.advance(3 * 86_400_000 + 60_000);
        await deps.jobs.runDue();
        return method;
      };
      const payee = {
        person,
        freelancerId,
        send: own,
        async earn(amountMinor: number) {
          await deps.database.transaction((trx) =>
            postTransfer(trx, deps, {
              key: `test earning ${++keys}`,
              kind: 'securityOver',
              tenantId: null,
              subject: { kind: 'freelancer', id: freelancerId },
              entries: [
                { account: { kind: 'processor', ownerId: 'sandbox' }, amount: { amountMinor: -amountMinor, currency } },
                { account: { kind: 'freelancerAvailable', ownerId: freelancerId }, amount: { amountMinor, currency } },
              ],
            }),
          );
        },
        async signForm() {
          const address = { street: 'Torstr. 1', city: 'Berlin', postalCode: '10119', country: 'DE' };
          const fields = { legalName: name, citizenship: 'DE', address, birthDate: '1990-02-03', worksInUnitedStates };
          const form = { kind: 'w8ben', fields, foreignTin: '12 345 678 901', signature: name, isCertified: true };
          const answer = await own('POST', '/v1/freelancers/me/tax-forms', form);
          assert.equal(answer.status, 201, JSON.stringify(await answer.clone().json()));
        },
        addMethod: (account: string) => add({ rail: 'directDeposit', currency, holderName: name, account }),
        usableMethod: async (account: string) => opened(await payee.addMethod(account)),
        usablePaypal: async (email: string) => opened(await add({ rail: 'paypal', currency, holderName: name, email })),
        usableWire: async () =>
          opened(
            await add({
              rail: 'wire',
              currency,
              holderName: name,
              account: { kind: 'iban', iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFF' },
              address: { street: 'Torstr. 1', city: 'Berlin', postalCode: '10119', country: 'DE' },
            }),
          ),
        request: (methodId: string, amount: unknown, key: string) =>
          own('POST', '/v1/freelancers/me/payouts', { methodId, amount }, { 'idempotency-key': key }),
        requestUnconfirmed: (methodId: string, amount: unknown) =>
          send(unconfirmed, 'POST', '/v1/freelancers/me/payouts', { methodId, amount }),
        async requested(methodId: string, amount: unknown): Promise<Payout> {
          const answer = await payee.request(methodId, amount, `request ${++keys}`);
          assert.equal(answer.status, 201, JSON.stringify(await answer.clone().json()));
          return (await answer.json()) as Payout;
        },
        cancel: (id: string) => own('POST', `/v1/freelancers/me/payouts/${id}/cancellation`, {}),
        payout: (id: string) => read<Payout>(`/v1/freelancers/me/payouts/${id}`),
        payouts: async () => (await read<{ items: Payout[] }>('/v1/freelancers/me/payouts')).items,
        /** Of this payee's currency. */
        async money() {
          const { currencies } = await read<OwnMoney>('/v1/freelancers/me/money');
          return currencies.find((one) => one.currency === currency)!;
        },
      };
      if (availableMinor > 0) await payee.earn(availableMinor);
      if (hasTaxForm) await payee.signForm();
      return payee;
    },
  };
}
