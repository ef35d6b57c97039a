import type { PoolMemberState } from '@portico/api/talent/talent-pools/pool-member.ts';
import type { PoolShareState } from '@portico/api/talent/talent-pools/pool-share.ts';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { ban, circleCheck, circlePause, circleX, send, timer, undo2 } from '../icons/icons.generated.ts';
import { wordsFor } from '../strings/strings.ts';
import { type TagKind, tag } from './tag.ts';

const memberMarks: Record<PoolMemberState, readonly [TagKind, SVGTemplateResult]> = {
  invited: ['info', send],
  active: ['success', circleCheck],
  suspended: ['warning', circlePause],
  declined: ['neutral', circleX],
  left: ['neutral', undo2],
  removed: ['neutral', ban],
  expired: ['neutral', timer],
};
const shareMarks: Record<PoolShareState, readonly [TagKind, SVGTemplateResult]> = {
  requested: ['info', send],
  consented: ['success', circleCheck],
  declined: ['neutral', circleX],
  withdrawn: ['neutral', undo2],
  expired: ['neutral', timer],
  ended: ['neutral', ban],
};

export function poolMemberStatus(state: PoolMemberState): TemplateResult {
  const [kind, shape] = memberMarks[state];
  return tag(kind, wordsFor('poolMemberState', state) ?? state, shape);
}

export function poolShareStatus(state: PoolShareState): TemplateResult {
  const [kind, shape] = shareMarks[state];
  return tag(kind, wordsFor('poolShareState', state) ?? state, shape);
}
