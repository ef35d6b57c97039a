import { conflict } from '../http/problem.ts';
import type { Move, MoveTable } from './move.ts';

/**
 * Guards a command; the update itself is guarded again by `from`, for whoever was faster.
 * @param noun as in the code: `jobPost`
 * @throws 409 `job_post_closed`: the noun and the state that does not allow it
 */
export function requireMove<State extends string, Name extends string>(
  table: MoveTable<State, Name>,
  noun: string,
  name: NoInfer<Name>,
  state: State,
): Move<State> {
  const move = table[name];
  if (!move.from.includes(state)) throw moveRefused(noun, name, state);
  return move;
}

export function moveRefused(noun: string, move: string, state: string) {
  return conflict(
    snakeCase(`${noun}_${state}`),
    `This ${inWords(noun)} is ${inWords(state)}: it cannot ${inWords(move)} now. Nothing was changed; look at it again.`,
  );
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
