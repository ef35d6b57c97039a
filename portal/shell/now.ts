import { createState } from './state.ts';

/** How far the server's clock is from this device's: a demo's may be days ahead, and a device's is often wrong. */
const aheadMs = createState(0);

/** Below this it is the way of the answer and the header's whole seconds. */
const toleranceMs = 60_000;

export function noteServerDate(date: string | null): void {
  const serverMs = Date.parse(date ?? '');
  if (Number.isNaN(serverMs)) return;
  const foundMs = serverMs - Date.now();
  if (Math.abs(foundMs - aheadMs.get()) > toleranceMs) aheadMs.set(Math.abs(foundMs) > toleranceMs ? foundMs : 0);
}

/** The present by the clock that the rules go by. */
export const now = (): number => Date.now() + aheadMs.get();
