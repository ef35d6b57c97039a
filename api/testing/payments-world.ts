import type { Deps } from '../deps.ts';
import { completeSetup, openSetup, recordSetup } from '../money/payment-methods/start-setup.ts';
import type { MethodOwner } from '../money/payment-methods/table.ts';
import type { PaymentPurposes } from '../money/payments/purpose.ts';
import type { SandboxCard } from '../money/payments/sandbox/cards.ts';
import { clockDoer } from '../platform/moves/record-move.ts';

/** A test card saved by the code that saves real ones. @returns its id */
export async function saveTestCard(
  deps: Deps & { purposes?: PaymentPurposes },
  owner: MethodOwner,
  testMethod: SandboxCard = 'sandbox_card_success',
): Promise<string> {
  const saving = { ...deps, purposes: deps.purposes ?? {} };
  const kind = deps.processor.cards.find(({ token }) => token === testMethod)!.kind;
  const setup = { owner, ownerName: owner.id, kind, personId: 'ps_test' };
  const { id } = await deps.database.transaction((trx) => recordSetup(trx, saving, setup));
  const opened = await openSetup(saving, id, owner.id);
  const finished = await completeSetup(saving, opened.setup, testMethod, clockDoer('test'));
  return finished.methodId!;
}
