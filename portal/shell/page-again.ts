import { createState } from './state.ts';

/** Counts how often what is on screen was asked to be read anew, because something elsewhere changed it. */
export const pageAsked = createState(0);

export const showPageAgain = (): void => pageAsked.set(pageAsked.get() + 1);
