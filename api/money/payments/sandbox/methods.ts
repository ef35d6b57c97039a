import type { Executor } from '../../../platform/database/database.ts';
import type { PaymentProcessor, SetupAnswer } from '../processor.ts';
import { behaviorOf, isSandboxCard, methodAnswerOf } from './cards.ts';
import type { SandboxDeps } from './deps.ts';
import * as store from './method-store.ts';

export type SandboxMethods = Required<
  Pick<
    PaymentProcessor,
    'createCustomer' | 'startSetup' | 'lookUpSetup' | 'chooseTestMethod' | 'forgetMethod' | 'describeMethod'
  >
>;

export function sandboxMethods({ database, clock, newId }: SandboxDeps): SandboxMethods {
  const { db } = database;

  async function lookUpSetup(externalId: string): Promise<SetupAnswer> {
    const setup = await store.findSetup(db, externalId);
    if (!setup) throw new Error(`the sandbox has no setup ${externalId}`);
    if (setup.methodToken === null) return { externalId, state: 'started', clientSecret: null };
    const card = await cardOf(db, setup.methodToken);
    return { externalId, state: 'finished', clientSecret: null, method: methodAnswerOf(setup.methodToken, card) };
  }

  return {
    describeMethod: async (token) => {
      const card = isSandboxCard(token) ? token : (await store.findMethod(db, token))?.card;
      return card === undefined ? undefined : behaviorOf(card).label;
    },
    createCustomer: async ({ owner }) => ({ externalId: `sbx_customer_${owner.kind}_${owner.id}` }),
    async startSetup({ idempotencyKey, customerToken, kind }) {
      const setup = { externalId: newId('sbx_setup'), idempotencyKey, customerToken, kind, methodToken: null };
      await store.insertSetupOnce(db, setup);
      return lookUpSetup((await store.findSetupByKey(db, idempotencyKey))!.externalId);
    },
    lookUpSetup,
    async chooseTestMethod(setupId, token) {
      const setup = await store.findSetup(db, setupId);
      if (!setup || setup.kind !== behaviorOf(token).kind) throw new Error('the sandbox did not offer this here');
      const externalId = newId('sbx_method');
      const method = { externalId, customerToken: setup.customerToken, card: token, forgottenAt: null };
      await database.transaction(async (trx) => {
        if (await store.finishSetup(trx, setupId, externalId)) await store.insertMethod(trx, method);
      });
      return lookUpSetup(setupId);
    },
    forgetMethod: (externalId) => store.forgetMethod(db, externalId, clock.now()),
  };
}

/** What a token does, be it a saved method's or a test card's own. @throws for one that was not given out */
export async function cardOf(db: Executor, token: string): Promise<string> {
  if (isSandboxCard(token)) return token;
  const method = await store.findMethod(db, token);
  if (!method || method.forgottenAt !== null) throw new Error('the sandbox did not give out this card');
  return method.card;
}
