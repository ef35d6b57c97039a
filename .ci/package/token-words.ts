import type { Token } from '@portico/themes/tokens.ts';

/** What each of the 24 custom properties colors or measures. */
export const tokenWords: Record<Token, string> = {
  surface: 'Behind everything.',
  surfaceRaised: 'Behind what lies on the surface: cards, fields, panels.',
  surfaceSunken: 'Behind what lies in it: heads of tables, quiet areas.',
  text: 'Words and figures.',
  textMuted: 'Words that matter less.',
  link: 'Links.',
  border: 'Lines between things.',
  borderStrong: 'Lines around fields and buttons.',
  accent: 'The main button and what is chosen.',
  accentContrast: 'Words on the accent.',
  accentSoft: 'Behind what is chosen or pointed at.',
  focus: 'The ring around what has the focus.',
  success: 'What went well.',
  warning: 'What wants attention.',
  danger: 'What failed or cannot be undone.',
  info: 'What is good to know.',
  radiusControl: 'Corners of buttons, fields and chips.',
  radiusSurface: 'Corners of cards, panels and dialogs.',
  fontFamily: 'The typeface; inherited from the page unless set.',
  fontSize: 'The body size; the other four sizes follow from it.',
  fontWeightStrong: 'Names, headings and buttons.',
  space: 'One unit of the grid, dense to roomy.',
  shadow: 'Under what floats.',
  motion: 'How long a movement takes at most; nothing moves for people who prefer that.',
};
