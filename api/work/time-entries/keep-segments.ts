/** What the timer, the weekly charge, disputes and the work diary write into time, each by rules of its own. */

export {
  deleteEntry,
  insertEntry,
  insertSegmentsOnce,
  markDisputed,
  setBilling,
  setScreenshot,
} from './store.ts';
