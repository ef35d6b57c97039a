import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** One thing to be done before work begins, and again when it is no longer valid. Pure. */

export const taskKinds = [
  'nda',
  'ipAssignment',
  'codeOfConduct',
  'backgroundCheck',
  'classification',
  'custom',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Who has to do it. */
export const taskOwners = ['freelancer', 'client', 'operator'] as const;
export type TaskOwner = (typeof taskOwners)[number];

export const taskStates = ['open', 'submitted', 'returned', 'accepted', 'overridden', 'expired', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskMoves = {
  /** A signature, or what the client does itself: nobody has to look at it again. */
  complete: { by: ['freelancer', 'member', 'operator', 'processor'], from: ['open', 'returned'], to: 'accepted' },
  submit: { by: ['freelancer', 'member', 'operator'], from: ['open', 'returned'], to: 'submitted' },
  accept: { by: ['member'], from: ['submitted'], to: 'accepted' },
  /** Not as it should be: documents, answers, or a check that is not clear. */
  return: {
    by: ['member', 'processor', 'clock'],
    from: ['open', 'submitted'],
    to: 'returned',
    after: 'a file is unsafe',
  },
  override: { by: ['member'], from: ['open', 'submitted', 'returned'], to: 'overridden' },
  expire: { by: ['clock'], from: ['accepted'], to: 'expired', after: 'its validity ends while the contract goes on' },
  /** The contract was cancelled or has ended. */
  drop: {
    by: ['member', 'freelancer', 'clock'],
    from: ['open', 'submitted', 'returned'],
    to: 'dropped',
    after: 'the contract is over',
  },
} as const satisfies MoveTable<TaskState, string>;
export type TaskMove = keyof typeof taskMoves;

export const taskCan = predicates<TaskState, TaskMove>(taskMoves);

/** Still to be done by somebody. */
export const openTaskStates = ['open', 'submitted', 'returned'] as const satisfies TaskState[];

export function isOpenTask({ state }: { state: TaskState }): boolean {
  return openTaskStates.some((open) => open === state);
}

/** Whom an open task waits for: what was handed in waits for the client. */
export function waitsFor({ state, owner }: { state: TaskState; owner: TaskOwner }): TaskOwner | null {
  if (!isOpenTask({ state })) return null;
  return state === 'submitted' ? 'client' : owner;
}

/**
 * The same day of the month, or its last where there is none: 31 January and one month is 28 February.
 * @returns epoch milliseconds
 */
export function addMonths(atMs: number, months: number): number {
  const at = new Date(atMs);
  const firstOfTarget = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const daysInTarget = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  const day = Math.min(at.getUTCDate(), daysInTarget);
  return firstOfTarget + (day - 1) * dayMs + (atMs % dayMs);
}

export const dayMs = 86_400_000;

export const taskTitleMaxLength = 120;
export const taskInstructionsMaxLength = 2000;
export const taskTextMaxLength = 50_000;
export const tasksMax = 30;
export const templatesMax = 50;
export const validMonthsMax = 120;
export const reasonMaxLength = 1000;
