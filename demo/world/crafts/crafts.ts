import type { Craft } from './craft.ts';
import { creative } from './creative.ts';
import { engineering } from './engineering.ts';
import { growth } from './growth.ts';
import { infrastructure } from './infrastructure.ts';
import { operations } from './operations.ts';
import { professional } from './professional.ts';
import { softwareAndData } from './software-and-data.ts';
import { webAndMobile } from './web-and-mobile.ts';
import { words } from './words.ts';

export const crafts: readonly Craft[] = [
  ...webAndMobile,
  ...softwareAndData,
  ...infrastructure,
  ...creative,
  ...words,
  ...growth,
  ...operations,
  ...professional,
  ...engineering,
];
