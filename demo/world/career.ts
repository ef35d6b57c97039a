import { companyName } from './companies.ts';
import { say } from './grammar.ts';
import type { Place } from './places/place.ts';
import { places } from './places/places.ts';
import type { Random } from './random.ts';
import type { Month, SeedEmployment, SeedFreelancer } from './world.ts';
import { capital, fixArticles, inSentence, type Voice } from './writing.ts';

type Career = Pick<SeedFreelancer, 'employment' | 'education' | 'certifications'>;

/** School, then jobs one after the other without a gap before today, then papers earned on the way. */
export function careerOf(random: Random, voice: Voice, place: Place, isSparse: boolean): Career {
  const today = monthsOf(voice.now);
  const firstJob = today - voice.years * 12 - random.int(0, 8);
  if (isSparse && random.chance(0.5)) return { employment: [], education: [], certifications: [] };
  return {
    employment: jobs(random, voice, firstJob, today),
    education: schools(random, voice, place, firstJob),
    certifications: papers(random, voice),
  };
}

function jobs(random: Random, voice: Voice, firstJob: number, today: number): SeedEmployment[] {
  const list: SeedEmployment[] = [];
  const duties = random.sample(descriptions, descriptions.length);
  const talent = random.normal() * 1.2;
  const beganAsJunior = random.chance(0.5);
  let from = firstJob;
  while (from < today - 6 && list.length < 6) {
    const isLast = list.length === 5 || today - from < 20 || random.chance(0.12);
    const length = isLast ? today - from : random.int(12, Math.max(14, Math.min(66, today - from)));
    const to = isLast && random.chance(0.7) ? null : Math.min(today, from + length);
    const middle = ((from + (to ?? today)) / 2 - firstJob) / 12;
    const isJunior = list.length === 0 && beganAsJunior && length < 50;
    const title = titleOf(voice.role, isJunior ? -1 : middle + talent, to === null && random.chance(0.6));
    list.push(job(random, voice, title, from, to, duties[list.length]!));
    if (to === null) break;
    from = to + random.int(0, 4);
  }
  return list.reverse();
}

function job(
  random: Random,
  voice: Voice,
  title: string,
  from: number,
  to: number | null,
  duty: string,
): SeedEmployment {
  const [makes, more] = random.sample(voice.craft.makes, 2);
  const duties = say(random, duty, { makes: makes!, more: more!, skill: random.pick(voice.skills) });
  const result = random.chance(0.5) ? voice.results.shift() : undefined;
  return {
    id: `em_${random.int(0, 2 ** 31).toString(36)}${from.toString(36)}`,
    title,
    company: companyName(random, voice.craft.specialization),
    from: monthText(from),
    to: to === null ? null : monthText(to),
    description: fixArticles(result ? `${duties} ${capital(say(random, result))}.` : duties),
  };
}

const descriptions = [
  'Responsible for {makes} and {more}.',
  'Part of a team of {3..14}, [mostly on|in charge of] {makes}.',
  'Worked with {skill} every day, [mostly|at first] on {makes}.',
  'First of my kind there: set up how we work, then trained {2..6} colleagues.',
  'Clients in {field} and {field}; {makes} for [most|all] of them.',
  '[Looked after|Took over] {makes} for a company of {20..900} people.',
  'Joined for {makes}, stayed for {more}.',
  '[Reported to the founder|Worked next to sales|Sat between two departments] and learned {skill} [the hard way|on the job].',
  '{More} [from first idea to hand-over|under deadlines of two weeks|for customers in {3..14} countries].',
  'Introduced {skill} and [wrote the guide for it|showed others how to use it].',
].map((text) => text.replace('{More}', 'Took care of {more},').replace(', [from', ' [from'));

function titleOf(role: string, years: number, isFreelance: boolean): string {
  const base = role.replace(/^(?:Senior|Lead|Fractional|Interim) /u, '');
  if (isFreelance) return `Freelance ${inSentence(base)}`;
  if (years < 0) return `Junior ${inSentence(base)}`;
  if (/\b(?:lead|head|director|officer|architect)\b/iu.test(base)) return capital(base);
  if (years > 10) return `Lead ${inSentence(base)}`;
  return years > 5 ? `Senior ${inSentence(base)}` : capital(base);
}

function schools(random: Random, voice: Voice, place: Place, firstJob: number): Career['education'] {
  if (random.chance(0.12)) return [];
  const lastJuly = julyBefore(firstJob);
  const field = random.pick(voice.craft.degrees);
  const hasMaster = random.chance(0.35);
  const home = random.chance(0.88) ? place : random.pick(places);
  const degree = (name: string, from: number, to: number): Career['education'][number] => ({
    id: `ed_${random.int(0, 2 ** 31).toString(36)}${from.toString(36)}`,
    school: say(random, random.pick(schoolNames), { town: random.pick(home.cities).name }),
    degree: name,
    field,
    from: monthText(from),
    to: monthText(to),
  });
  const bachelorEnd = hasMaster ? lastJuly - 24 : lastJuly;
  const years = random.pick([3, 4]);
  const bachelorName = random.pick(['Bachelor’s degree', 'Bachelor’s degree', 'Diploma']);
  const bachelor = degree(bachelorName, bachelorEnd - years * 12 + 2, bachelorEnd);
  return hasMaster ? [degree('Master’s degree', bachelorEnd + 2, lastJuly), bachelor] : [bachelor];
}

const schoolNames = [
  'University of {town}',
  '{town} University of Applied Sciences',
  '{town} Institute of Technology',
  '{town} State University',
  '{town} College of Arts and Sciences',
  'Polytechnic University of {town}',
];

function papers(random: Random, voice: Voice): Career['certifications'] {
  const count = Math.min(voice.craft.certificates.length, random.pick([0, 0, 1, 1, 2]));
  const newest = Math.max(1, Math.min(voice.years, 8));
  return random.sample(voice.craft.certificates, count).map(({ name, issuer }) => {
    const earned = voice.now - random.int(30, newest * 365) * 86_400_000;
    const lasts = random.chance(0.4) ? 3 * 365 * 86_400_000 : null;
    return {
      id: `ce_${random.int(0, 2 ** 31).toString(36)}${random.int(0, 2 ** 31).toString(36)}`,
      name,
      issuer,
      issuedOn: dayText(earned),
      expiresOn: lasts === null ? null : dayText(earned + lasts),
      url: null,
    };
  });
}

function monthsOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthText(months: number): Month {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

const july = 6;

function julyBefore(months: number): number {
  return Math.floor((months - july) / 12) * 12 + july;
}

export function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
