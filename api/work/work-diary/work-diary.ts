/** Whether a contract's timer takes pictures of the screen. Only when the client asks and the freelancer accepts. Pure. */

export const screenshotStates = ['off', 'asked', 'on', 'declined'] as const;
export type ScreenshotState = (typeof screenshotStates)[number];
