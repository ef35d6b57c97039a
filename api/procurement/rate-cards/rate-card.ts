import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** What an hour of a kind of work may cost. Pure. */

export const rateExceptionStates = ['requested', 'approved', 'rejected', 'withdrawn'] as const;
export type RateExceptionState = (typeof rateExceptionStates)[number];

export const rateExceptionMoves = {
  approve: { by: ['approver', 'member'], from: ['requested'], to: 'approved' },
  reject: {
    by: ['approver', 'member', 'clock'],
    from: ['requested'],
    to: 'rejected',
    after: 'the approval has expired',
  },
  withdraw: { by: ['member'], from: ['requested'], to: 'withdrawn' },
} as const satisfies MoveTable<RateExceptionState, string>;
export type RateExceptionMove = keyof typeof rateExceptionMoves;
export const rateExceptionCan = predicates<RateExceptionState, RateExceptionMove>(rateExceptionMoves);

export const rateLevels = ['entry', 'intermediate', 'expert'] as const;

type Criteria = { categoryId: string | null; skill: string | null; level: string | null; country: string | null };
export type Work = {
  categoryId: string | null;
  country: string | null;
  skills?: readonly string[] | undefined;
  level?: string | null | undefined;
};

/** How closely a card fits: what it names must all be so; the more it names, the closer. Undefined: it is for others. */
export function fitOf(card: Criteria, work: Work): number | undefined {
  const named = [
    [card.categoryId, work.categoryId === card.categoryId],
    [card.country, work.country === card.country],
    [card.level, work.level === card.level],
    [card.skill, work.skills?.some((skill) => sameWord(skill, card.skill)) ?? false],
  ] as const;
  const asked = named.filter(([wanted]) => wanted !== null);
  return asked.every(([, holds]) => holds) ? asked.length : undefined;
}

function sameWord(one: string, other: string | null): boolean {
  return one.toLocaleLowerCase('en') === other?.toLocaleLowerCase('en');
}

/** Of several that fit as closely, the most generous. */
export function closestCard<Card extends Criteria & { maxMinor: number }>(
  cards: readonly Card[],
  work: Work,
): Card | undefined {
  const fitting = cards.flatMap((card) => {
    const fit = fitOf(card, work);
    return fit === undefined ? [] : [{ card, fit }];
  });
  return fitting.toSorted((one, other) => other.fit - one.fit || other.card.maxMinor - one.card.maxMinor)[0]?.card;
}
