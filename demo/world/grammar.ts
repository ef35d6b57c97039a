import { places } from './places/places.ts';
import type { Random } from './random.ts';

/** Fills `[one|other]`, `{3..9}` and the named slots. Nothing free to choose is said twice in one text. */
export function say(random: Random, text: string, slots: Record<string, string> = {}): string {
  const said = new Set<string>();
  return choose(random, text).replace(/\{(\w+)(?:\.\.(\d+))?\}/gu, (_, slot: string, to?: string) => {
    if (to !== undefined) return readable(random.int(Number(slot), Number(to)), Number(slot), Number(to));
    return slots[slot] ?? choose(random, fresh(random, slot, said));
  });
}

function choose(random: Random, text: string): string {
  return text.includes('[')
    ? text.replace(/\[([^[\]]*)\]/gu, (_, choices: string) => random.pick(choices.split('|')))
    : text;
}

// Years stay as they are; other long numbers are rounded as people round them and get their comma.
function readable(number: number, from: number, to: number): string {
  if (from >= 1990 && to <= 2040) return String(number);
  const step = number >= 1000 ? 100 : number >= 200 ? 10 : 1;
  return String(Math.round(number / step) * step).replace(/(?<=\d)(?=\d{3}$)/u, ',');
}

function fresh(random: Random, slot: string, said: Set<string>): string {
  const choices = freeSlots[slot];
  if (!choices) throw new Error(`Nothing is known to say for {${slot}}`);
  let chosen = random.pick(choices);
  while (said.has(chosen)) chosen = random.pick(choices);
  said.add(chosen);
  return chosen;
}

const fields = [
  'health care',
  'logistics',
  'retail',
  'education',
  'renewable energy',
  'banking',
  'insurance',
  'public transport',
  'manufacturing',
  'food',
  'travel',
  'housing',
  'fashion',
  'farming',
  'sports',
  'publishing',
  'museums',
  'telecoms',
  'construction',
  'non-profits',
  'start-ups',
  'family businesses',
  'the public sector',
  'automotive',
  'life sciences',
  'professional services',
  'hospitality',
  'media',
];

const clients = [
  'a regional hospital group',
  'an online furniture shop',
  'a freight forwarder',
  'a city library network',
  'a family-run bakery chain',
  'a solar installer',
  'a private school',
  'a bicycle maker',
  'a housing cooperative',
  'a mid-sized insurer',
  'a ferry operator',
  'a toy brand',
  'a mountain rescue service',
  'a wine importer',
  'a medical device maker',
  'a regional newspaper',
  'a seed-stage start-up',
  'a car-sharing service',
  'a paint factory',
  'a museum of technology',
  'a chain of climbing gyms',
  'a dental laboratory',
  'a coffee roaster',
  'a water utility',
  'a property manager',
  'a festival',
  'a law firm',
  'a credit union',
  'an airport shuttle company',
  'a pet food brand',
  'a furniture rental service',
  'a food bank',
  'a machine tool builder',
  'a chain of opticians',
  'a language school',
  'an organic farm shop',
  'a video game studio',
  'a theatre',
  'a parcel locker network',
  'a cosmetics brand',
  'an engineering office',
  'a travel agency',
  'a data centre operator',
  'a university institute',
  'a hearing aid maker',
  'a tea house',
  'a recruitment firm',
  'a waste collection company',
  'a book publisher',
  'a sports federation',
];

const products = [
  'a booking app',
  'a payroll tool',
  'an invoicing product',
  'a telemedicine service',
  'a learning platform',
  'a fleet tracker',
  'a recipe app',
  'a ticketing system',
  'a budgeting app',
  'a warehouse system',
  'a dating app',
  'a meditation app',
  'a property portal',
  'a point-of-sale system',
  'a parking app',
  'a news reader',
  'a field service tool',
  'a home energy monitor',
  'a language course',
  'a donation platform',
  'an e-signature service',
  'a rental marketplace',
  'a fitness tracker',
  'a restaurant ordering service',
  'a shift planner',
  'a quality management tool',
];

const freeSlots: Record<string, readonly string[]> = {
  client: clients,
  product: products,
  field: fields,
  city: places.flatMap(({ cities }) => cities.map(({ name }) => name)),
};
