import { type FreelancerWish, seedFreelancer } from './freelancer.ts';
import type { SeedFreelancer } from './world.ts';

/** People with a sign-in of their own; they are the first of every world. */
export const namedFreelancers: readonly FreelancerWish[] = [
  {
    name: 'Adaeze Okafor',
    country: 'NG',
    specialization: 'front-end-development',
    email: 'adaeze@talent.example',
    presentation: 'feminine',
  },
  {
    name: 'Jonas Lindemann',
    country: 'DE',
    specialization: 'product-and-ux-design',
    email: 'jonas@talent.example',
    presentation: 'masculine',
  },
  {
    name: 'Priya Deshpande',
    country: 'IN',
    specialization: 'data-engineering',
    email: 'priya@talent.example',
    presentation: 'feminine',
  },
  {
    name: 'Karim Mansour',
    country: 'EG',
    specialization: 'language-translation',
    email: 'karim@talent.example',
    presentation: 'masculine',
  },
];

/** The people of a world, one at a time: a million take no more memory than one. */
export function* generateFreelancers(world: { count: number; seed: number; now: number }): Generator<SeedFreelancer> {
  for (let index = 0; index < world.count; index++) {
    yield seedFreelancer(world.seed, index, world.now, namedFreelancers[index]);
  }
}
