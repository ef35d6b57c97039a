/** What the side panel shows, as one lazy file: whoever opens a profile is likely to compare. */
export { compare } from './compare-panel.ts';
export { styles } from './panel-styles.ts';
export { profile } from './profile-panel.ts';
