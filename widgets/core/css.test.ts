import { expect } from '@open-wc/testing';
import { adopt, sheetOf } from './css.ts';

describe('styles that come later', () => {
  const root = () => document.createElement('div').attachShadow({ mode: 'open' });

  it('are added once to a root that has its own', () => {
    const shown = root();
    shown.adoptedStyleSheets = [sheetOf('p { color: red }')];
    adopt(shown, 'b { color: blue }');
    adopt(shown, 'b { color: blue }');
    expect(shown.adoptedStyleSheets).to.deep.equal([sheetOf('p { color: red }'), sheetOf('b { color: blue }')]);
  });

  it('are not added where the embed has ended meanwhile', () => {
    const ended = root();
    adopt(ended, 'b { color: blue }');
    expect(ended.adoptedStyleSheets).to.deep.equal([]);
  });
});
