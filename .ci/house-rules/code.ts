import { Visitor } from 'vite';
import type { SourceFile } from './source-files.ts';

/** Where the clock is made that everything else is given. */
const givesTime = new Set(['api/platform/clock/clock.ts']);
const slices = /^api\/[^/]+\/.+\.ts$/;
const assembly = /^api\/(migrations|testing|bench|commands)\//;
const browserCode = /^(widgets|portal|themes|demo\/hosts)\//;
const rawHtml = new Set(['unsafeHTML', 'unsafeSVG', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe']);
const sleeps = new Set(['waitForTimeout', 'aTimeout']);

/** What no line of code may do, whatever it is for. */
export function codeRules({ path, program, isTest, lineOf }: SourceFile): string[] {
  const found: string[] = [];
  const refuse = (start: number, why: string) => found.push(`${path}:${lineOf(start)} ${why}`);
  const isSlice = slices.test(path) && !assembly.test(path) && !isTest && !givesTime.has(path);
  const isPage = browserCode.test(path) && !isTest;
  new Visitor({
    NewExpression({ callee, arguments: args, start }) {
      if (isSlice && callee.type === 'Identifier' && callee.name === 'Date' && args.length === 0)
        refuse(start, 'asks for the time by new Date(): take the clock as a parameter');
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (isSlice && name === 'Date.now') refuse(start, 'asks for the time by Date.now: take the clock as a parameter');
      if (isPage && /^document\.write/.test(name)) refuse(start, `uses ${name}: markup goes through Lit`);
      if (isTest && /^(test|it|describe|suite)\.only$/.test(name))
        refuse(start, `is ${name}: all other tests would be left out`);
    },
    Identifier({ name, start }) {
      if (isPage && rawHtml.has(name)) refuse(start, `uses ${name}: markup goes through Lit, which escapes it`);
      if (isTest && sleeps.has(name)) refuse(start, `sleeps by ${name}: wait for what should happen`);
    },
    ImportDeclaration({ source, start }) {
      if (isTest && source.value === 'node:timers/promises')
        refuse(start, 'sleeps: wait for what should happen, or move the virtual clock');
    },
  }).visit(program);
  return found;
}
