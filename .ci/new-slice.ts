import { runGenerator } from './generators/finish.ts';
import { newSlice } from './generators/new-slice.ts';

runGenerator((root, [wish = '', plural]) => ({
  files: newSlice(root, wish, plural),
  next: `Next: say in the noun's file what its states and moves are, then run npm test -- api ${wish.split('/')[1]}`,
}));
