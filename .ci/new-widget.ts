import { runGenerator } from './generators/finish.ts';
import { newWidget } from './generators/new-widget.ts';

runGenerator((root, [wish = '']) => ({
  files: newWidget(root, wish),
  next: `Next: give it the slice's path and type, write its words, then run npm test -- widgets ${wish} and npm run size.`,
}));
