/** Move tables: what may happen to a noun, by whom, from which states. Pure; the API guards with them, pages enable buttons with them, the docs draw them. */

/**
 * Who moves something: a member of the tenant, a freelancer, the operator of the installation, a processor of payments
 * by its answer, or the clock (⏱).
 */
export type Mover = 'member' | 'approver' | 'freelancer' | 'operator' | 'processor' | 'clock';

export type Move<State extends string> = {
  by: readonly Mover[];
  from: readonly State[];
  to: State;
  /** For a timed move: after how long, in words of the policy that sets it. */
  after?: string;
};

export type MoveTable<State extends string, Name extends string> = Readonly<Record<Name, Move<State>>>;

export type MoveName<Table> = keyof Table & string;
export type StateOf<Table> = Table extends MoveTable<infer State, string> ? State : never;

/** `const jobPostCan = predicates(jobPostMoves); if (jobPostCan.pause(jobPost)) …` */
export function predicates<State extends string, Name extends string>(
  table: MoveTable<State, Name>,
): Readonly<Record<Name, (object: { state: State }) => boolean>> {
  return Object.fromEntries(
    Object.entries<Move<State>>(table).map(([name, { from }]) => [
      name,
      ({ state }: { state: State }) => from.includes(state),
    ]),
  ) as Record<Name, (object: { state: State }) => boolean>;
}

/** Every state that a table names, those without a way in first. */
export function statesOf<State extends string>(table: MoveTable<State, string>): State[] {
  const moves = Object.values<Move<State>>(table);
  return [...new Set([...moves.flatMap(({ from }) => from), ...moves.map(({ to }) => to)])];
}
