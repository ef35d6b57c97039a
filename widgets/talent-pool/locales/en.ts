import { coreStrings } from '../../core/locales/en.ts';
import type { TalentPoolStrings } from '../strings.ts';

export const strings: TalentPoolStrings = {
  ...coreStrings,
  label: 'Talent pool',
  pool: 'Pool',
  search: 'Name, skill, headline',
  skill: 'Skill',
  anySkill: 'Any skill',
  freeNextWeek: 'Free next week',
  sort: 'Sort',
  sorts: {
    free: 'Free soonest',
    name: 'Name',
    rate: 'Rate',
    rating: 'Our rating',
    newest: 'Newest',
  },
  found: {
    one: '{n} person',
    other: '{n} people',
  },
  noPools: 'There is no pool that you can see. Your plan decides, or nobody has made one.',
  none: 'Nobody here fits. Loosen a filter.',
  more: 'Show more',
  perHour: '{rate} an hour',
  agreed: '{rate} an hour, agreed',
  vetted: 'Vetted {at}',
  bands: {
    outstanding: 'outstanding',
    strong: 'strong',
    solid: 'solid',
  },
  free: 'Next week: {hours} free',
  week: 'Week of {date}: {hours} free',
  offer: 'Make an offer',
};
