export { view as extras } from './extras.ts';
export { view as terms } from './terms.ts';
