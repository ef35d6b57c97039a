export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** A desk and a tablet held across share a page that is resized; a phone is a device of its own, with a finger. */
export const devices = [
  { isPhone: false, widths: [1440, 768], height: 900 },
  { isPhone: true, widths: [390], height: 844 },
] as const;
export type Device = (typeof devices)[number];

/** A longer page is cut here: what follows is more of the same. */
export const tallest = 3600;

/** `/offers/:id/timeline` → `offers-id-timeline` */
export const fileName = (route: string): string => route.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'home';
