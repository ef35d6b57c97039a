import type { Proposer } from '../hiring/stage.ts';
import { own, story, usd, type WorkStage } from './stage.ts';
import type { Deed } from './timeline.ts';

type Methods = {
  items: { id: string }[];
  options: { rail: string; accounts: { token: string; label: string }[] }[];
  legalName: string;
};

/** How the named freelancers are paid, and what is particular about it. */
const payees = [
  { name: 'Adaeze Okafor', country: 'NG', city: 'Lagos', rail: 'directDeposit', account: 'sandbox_bank_success' },
  { name: 'Jonas Lindemann', country: 'DE', city: 'Hamburg', rail: 'directDeposit', account: 'sandbox_bank_fail' },
  { name: 'Priya Deshpande', country: 'IN', city: 'Pune', rail: 'wire', account: 'GB29NWBK60161331926819' },
  { name: 'Karim Mansour', country: 'EG', city: 'Cairo', rail: 'paypal', account: 'karim@talent.example' },
] as const;

/** Whether an interrupted run has set this up. */
export async function isPaidOut(stage: WorkStage): Promise<boolean> {
  const freelancer = stage.freelancer(payees[0].name);
  return (await own<Methods>(stage, freelancer, 'GET', '/payout-methods')).items.length > 0;
}

/** A tax form and a payout method each, long enough ago to be usable. */
export async function setUpPayouts(stage: WorkStage): Promise<void> {
  for (const { name, country, city, account, rail } of payees) {
    const freelancer = stage.freelancer(name);
    await signTaxForm(stage, freelancer, country, city);
    const address = { street: 'Harbor Street 12', postalCode: '10115', city, country };
    await own(stage, freelancer, 'POST', '/payout-methods', {
      rail,
      currency: 'USD',
      holderName: name,
      ...(rail === 'directDeposit' && { account }),
      ...(rail === 'wire' && { account: { kind: 'iban', iban: account }, address }),
      ...(rail === 'paypal' && { email: account }),
    });
  }
}

function signTaxForm(stage: WorkStage, freelancer: Proposer, country: string, city: string): Promise<unknown> {
  const { name } = freelancer.seed;
  return own(stage, freelancer, 'POST', '/tax-forms', {
    kind: 'w8ben',
    fields: {
      legalName: name,
      citizenship: country,
      address: { street: 'Harbor Street 12', city, country },
      birthDate: '1990-04-12',
      worksInUnitedStates: false,
    },
    isForeignTinNotRequired: true,
    signature: name,
    isCertified: true,
  });
}

/** One payout that arrived, one that the bank refused, one that waits in the file for the bank. */
export function payoutDeeds(stage: WorkStage): Deed[] {
  const { ago, deeds } = story(stage, 'Payouts');
  const take = (name: string, dollars: number) => async () => {
    const freelancer = stage.freelancer(name);
    const { items } = await own<Methods>(stage, freelancer, 'GET', '/payout-methods');
    await own(stage, freelancer, 'POST', '/payouts', { methodId: items[0]!.id, amount: usd(dollars) });
  };
  ago(18, take('Adaeze Okafor', 1_500));
  ago(2.5, take('Jonas Lindemann', 400));
  ago(1, take('Priya Deshpande', 1_800));
  return deeds;
}
