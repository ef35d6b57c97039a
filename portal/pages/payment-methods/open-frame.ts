import { href } from '../../router.ts';

/** What the processor's frame is opened for. */
export type FrameWork = { kind: 'setup' | 'payment'; id: string; clientSecret: string; publishableKey: string };

const keptAs = 'processorFrame';

/**
 * Goes to the page whose content policy lets the processor's frame in. Not a change within this page: a policy holds
 * for as long as its document. What the frame needs stays out of the address, which ends up in logs.
 */
export function openFrame(work: FrameWork): void {
  sessionStorage.setItem(keptAs, JSON.stringify(work));
  window.location.assign(href('/billing/frame'));
}

/** Read once. */
export function takeFrameWork(): FrameWork | undefined {
  const kept = sessionStorage.getItem(keptAs);
  sessionStorage.removeItem(keptAs);
  return kept === null ? undefined : (JSON.parse(kept) as FrameWork);
}
