import type { JobHit } from '../../api/jobs.ts';
import { now } from '../../shell/now.ts';
import { countryName, formatTimezone } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { budgetWords } from '../job-posts/job-post-words.ts';

type Facts = Pick<
  JobHit,
  'budget' | 'duration' | 'weeklyHours' | 'level' | 'countries' | 'timezone' | 'overlapHours' | 'connects' | 'proposals'
>;

/** What a job pays and asks, each in a few words. */
export function factWords({ budget, duration, weeklyHours, level }: Facts): string[] {
  return [
    budget ? budgetWords(budget) : t('findWork.noBudget'),
    // An hourly range says itself that it is one.
    budget?.kind === 'fixed' ? t('findWork.fixedPrice') : '',
    duration ? (wordsFor('jobDuration', duration) ?? '') : '',
    weeklyHours ? t('findWork.hoursAWeek', { n: weeklyHours }) : '',
    level ? (wordsFor('findWork.level', level) ?? '') : '',
  ].filter(Boolean);
}

/** Who wants it, and from where. */
export const clientWords = ({ client }: Pick<JobHit, 'client'>): string =>
  [client.name, client.country ? countryName(client.country) : ''].filter(Boolean).join(' · ');

export function placeWords({ countries, timezone, overlapHours }: Facts): string {
  const places = countries.length > 0 ? t('findWork.onlyFrom', { places: countries.map(countryName).join(', ') }) : '';
  const zone = timezone ? formatTimezone(timezone, now()) : '';
  const overlap = zone && overlapHours ? t('jobPost.overlap', { hours: overlapHours, zone }) : zone;
  return [places, overlap].filter(Boolean).join('; ');
}

export const connectsWords = ({ connects }: Facts): string =>
  connects.price === 0
    ? ((connects.free && wordsFor('findWork.free', connects.free)) ?? t('findWork.freeOfConnects'))
    : t('connects.count', { n: connects.price });

export const proposalRangeWords = ({ proposals }: Facts): string => wordsFor('proposalRange', proposals) ?? proposals;

export const proposalWords = (job: Facts): string => t('findWork.proposals', { range: proposalRangeWords(job) });
