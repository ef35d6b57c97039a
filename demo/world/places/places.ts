import { africaAndMiddleEast } from './africa-middle-east.ts';
import { americas } from './americas.ts';
import { asiaAndPacific } from './asia-pacific.ts';
import { europe } from './europe.ts';
import type { Place } from './place.ts';

export const places: readonly Place[] = [...europe, ...americas, ...africaAndMiddleEast, ...asiaAndPacific];
