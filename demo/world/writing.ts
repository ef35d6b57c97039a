import type { Craft } from './crafts/craft.ts';
import { say } from './grammar.ts';
import { closings, habits, headlines, openings, proofs } from './phrases.ts';
import type { Random } from './random.ts';

/** Who speaks, and what about. */
export type Voice = {
  craft: Craft;
  role: string;
  years: number;
  city: string;
  skills: readonly string[];
  now: number;
  /** What there is to be proud of; who tells of one takes it away, so that nobody boasts twice with the same. */
  results: string[];
};

const headlineMaxLength = 110;

export function headlineOf(random: Random, voice: Voice): string {
  for (let tries = 0; tries < 6; tries++) {
    const headline = say(random, random.pick(headlines), slotsOf(random, voice));
    if (headline.length <= headlineMaxLength) return headline;
  }
  return capital(voice.role);
}

export function overviewOf(random: Random, voice: Voice): string {
  const slots = slotsOf(random, voice);
  const proof = say(random, random.pick(proofs), { ...slots, ...tell(random, voice) });
  const habit = random.sample(habits, random.int(1, 4)).map((text) => say(random, text, slots));
  const parts = [
    say(random, random.pick(openings), slots),
    proof,
    habit.join(' '),
    ...(random.chance(0.6) ? [say(random, random.pick(closings), slots)] : []),
  ];
  return fixArticles(parts.join(proof.includes('\n') || random.chance(0.7) ? '\n\n' : ' '));
}

// A text uses one to three results; only those it uses are told.
function tell(random: Random, voice: Voice): Record<string, string> {
  const told = voice.results.splice(0, 3).map((text) => say(random, text));
  return Object.fromEntries(
    told.flatMap((text, at) => {
      const number = at === 0 ? '' : String(at + 1);
      return [
        [`result${number}`, text],
        [`Result${number}`, capital(text)],
      ];
    }),
  );
}

/** The beginnings of the words that tell one role or skill from another. */
export function stemsOf(text: string): readonly string[] {
  let stems = knownStems.get(text);
  if (!stems) {
    stems = findStems(text);
    knownStems.set(text, stems);
  }
  return stems;
}

// Roles and skills are few and asked for a million times.
const knownStems = new Map<string, readonly string[]>();

function findStems(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word.length >= 3 && !commonWords.has(word))
    .map((word) => word.slice(0, 5));
}

export function sharesStem(text: string, stems: readonly string[]): boolean {
  return stemsOf(text).some((stem) => stems.includes(stem));
}

const commonWords = new Set(
  'and for senior lead developer development engineer engineering specialist expert manager management consultant designer design analyst writer artist editor software web app end full officer programmer marketing fractional'.split(
    ' ',
  ),
);

/** `Senior front-end developer` begins a headline; inside a sentence only names keep their capital. */
export function inSentence(role: string): string {
  return properNouns.test(role) || /^\S*[A-Z.0-9]\S*/u.test(role.slice(1).split(' ')[0] ?? '')
    ? role
    : role[0]!.toLowerCase() + role.slice(1);
}

const properNouns =
  /^(?:WordPress|Webflow|Shopify|WooCommerce|Java|Rust|Unity|Unreal|Solidity|Flutter|React|Swift|Kotlin|Android|Salesforce|Odoo|Power BI|Tableau|Kubernetes|Linux|Microsoft|Azure|Amazon|Etsy|Google|Klaviyo|QuickBooks|Xero|Revit|English|YouTube|LinkedIn|Excel|Power|Scrum)\b/u;

export function capital(text: string): string {
  // iOS, macOS, eCommerce: a capital in second place means that the first letter is small on purpose.
  const isMixed = /^[a-z][A-Z]/.test(text);
  return text === '' || isMixed ? text : text[0]!.toUpperCase() + text.slice(1);
}

/** "a architect" → "an architect", for words that templates put together. */
export function fixArticles(text: string): string {
  return text.replace(
    /\b([Aa]) (?=(?:[aeio]|u(?!ni|se|ser|X)|SEO|SQL|iOS|iPhone|IT|HR|IP|AI|ML|LLM|NLP|FP|FPGA|MBA|HVAC|ESL|API|AML|ERP)\w*)/gu,
    (found, article, at, whole) => (/^(?:one|once|euro|UX(?=X))/u.test(whole.slice(at + 2)) ? found : `${article}n `),
  );
}

function slotsOf(random: Random, { craft, role, years, city, skills, now }: Voice): Record<string, string> {
  const [makes = '', more = ''] = random.sample(craft.makes, 2);
  const roleStems = stemsOf(role);
  const tools = skills.filter((skill) => !sharesStem(skill, roleStems));
  const [first = '', second = first, third = second] = tools.length >= 3 ? tools : skills;
  return {
    role: inSentence(role),
    Role: capital(role),
    years: String(years),
    start: String(new Date(now).getUTCFullYear() - years),
    verb: craft.verb,
    makes,
    Makes: capital(makes),
    more,
    first,
    First: first,
    second,
    third,
    city,
  };
}
