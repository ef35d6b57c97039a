import { say } from './grammar.ts';
import type { Random } from './random.ts';
import type { SeedPortfolioItem } from './world.ts';
import { capital, fixArticles, type Voice } from './writing.ts';

/** Up to six work samples; beyond the ones a craft is known for, variations for another client. */
export function portfolioOf(random: Random, voice: Voice, skillIds: readonly string[]): SeedPortfolioItem[] {
  const count = random.pick([0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 6]);
  const works = random.sample(voice.craft.works, count);
  return works.map(({ title, text, picture }) => {
    const client = say(random, '{client}');
    const id = `pi_${random.int(0, 2 ** 31).toString(36)}${random.int(0, 2 ** 31).toString(36)}`;
    const context = random.chance(0.6)
      ? ` ${say(random, random.pick(contexts), { skill: random.pick(voice.skills) })}`
      : '';
    return {
      id,
      title: say(random, title, { client, city: voice.city }),
      text: fixArticles(capital(say(random, text, { client, city: voice.city }) + context)),
      link: random.chance(0.2) ? `https://work.example/${id.slice(3)}` : null,
      skillIds: random.sample(skillIds, random.int(1, 4)),
      picture: { kind: picture, seed: id },
    };
  });
}

const contexts = [
  'My part: concept and [execution|delivery].',
  'Made with {skill} in {2..11} weeks.',
  'The hard part was [saying no|the data|the last week|agreeing on words], not {skill}.',
  'Done together with {2..5} people on the client’s side.',
  'Still in use [today|{2..6} years later].',
  'Budget: {2..9} weeks of one person.',
  'Shown here with the client’s permission.',
  'What I would do differently: [start with real content|test earlier|fewer meetings|a smaller first step].',
];
