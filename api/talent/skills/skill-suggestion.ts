/** What a file of job posts proposes for the taxonomy, until a person decides. */
export type SuggestionState = 'proposed' | 'accepted' | 'rejected';
export type SuggestionKind = 'alias' | 'skill';

export const suggestionMoves = {
  accept: { by: 'vetter', from: ['proposed'], to: 'accepted' },
  reject: { by: 'vetter', from: ['proposed'], to: 'rejected' },
} as const satisfies Record<string, { by: string; from: readonly SuggestionState[]; to: SuggestionState }>;

export type SuggestionMove = keyof typeof suggestionMoves;

export const suggestionCan = {
  accept: ({ state }: { state: SuggestionState }) => isFrom('accept', state),
  reject: ({ state }: { state: SuggestionState }) => isFrom('reject', state),
};

function isFrom(move: SuggestionMove, state: SuggestionState): boolean {
  return (suggestionMoves[move].from as readonly SuggestionState[]).includes(state);
}
