/** The thread of a proposal: plain text both sides read. Pure. */

export const messageKinds = ['message', 'interviewRequest'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const messageMaxLength = 4000;
export const interviewTimesMax = 5;

export type MessageSide = 'client' | 'freelancer';

/** Why a side cannot write now; undefined where it can. A freelancer answers, and does not begin. */
export function writeRefusal(
  side: MessageSide,
  { state, clientHasWritten }: { state: string; clientHasWritten: boolean },
): 'proposalEnded' | 'clientHasNotReplied' | undefined {
  if (!['submitted', 'active', 'offered', 'hired'].includes(state)) return 'proposalEnded';
  return side === 'freelancer' && !clientHasWritten ? 'clientHasNotReplied' : undefined;
}
