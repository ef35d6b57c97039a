import type { Random } from '../random.ts';
import type { SeedFreelancer } from '../world.ts';
import type { SeedPost, SeedQuestion } from './seed-post.ts';

/** What somebody of the demo world writes when they propose: from their own history, never the same twice in a row. */
export function coverLetter(random: Random, person: SeedFreelancer, post: SeedPost): string {
  const skill = random.pick(post.skills);
  const last = person.employment[0];
  const work = person.portfolio[0];
  const opening = random.pick([
    `“${post.title}” reads like the work I have looked for since spring.`,
    `I have read your post twice, because it says what is there and what is not.`,
    `What you describe is close to what I finished in October.`,
    `You ask for somebody who knows ${skill}; it has been my daily tool for years.`,
  ]);
  const proof = random.pick([
    last
      ? `At ${last.company} I was ${last.title.toLowerCase()}: ${firstSentence(last.description)}`
      : `My last three clients came back for a second piece of work.`,
    work
      ? `The closest thing in my portfolio is “${work.title}”. ${firstSentence(work.text)}`
      : `I can show you comparable work in a call.`,
  ]);
  const plan = random.pick([
    `I would begin with a day of reading and asking, then show something small in the first week, so that you can steer early.`,
    `First I would write down what “done” means together with you, then work in steps of a week with something to look at each Friday.`,
    `Before I change anything I would like to see it as your people use it; an hour of watching saves a week of guessing.`,
    `I would start with the part that worries you most, because the rest is easier to estimate after it.`,
  ]);
  const closing = random.pick([
    `I am free for ${person.availability.hoursPerWeek} hours a week.`,
    `My hours overlap with yours in the morning, and I write down what we decide.`,
    `If the budget is tight, tell me which half matters more; I would rather do that half well.`,
    `Happy to talk this week.`,
  ]);
  return `${opening}\n\n${proof}\n\n${plan} ${closing}\n\n${person.givenName}`;
}

export function answerTo(random: Random, question: SeedQuestion): string | boolean {
  switch (question.kind) {
    case 'yesNo':
      return random.chance(0.85);
    case 'choice':
      return random.pick(question.choices ?? []);
    case 'text':
    case 'file':
      return random.pick([
        'Last year, for a maker of ticket machines. I would write the tests before the first change, not after it.',
        'A project of four months with a team of three. The hard part was not the tools but to agree on the order.',
        'I kept both ways running side by side for six weeks and moved people over in groups; nobody lost a day.',
        'It went wrong once: I trusted a list that somebody kept by hand. Since then I count things myself.',
      ]);
  }
}

function firstSentence(text: string): string {
  return /^[^.!?]*[.!?]/.exec(text)?.[0] ?? text;
}
