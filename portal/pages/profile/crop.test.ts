import { expect } from '@open-wc/testing';
import { inside, sideOf, wholeSquare, zoomMax } from './crop.ts';

const landscape = { width: 1200, height: 800 };

describe('the square cut from a photo', () => {
  it('begins as the largest one, in the middle', () => {
    const crop = wholeSquare(landscape);
    expect(sideOf(landscape, crop)).to.equal(800);
    expect(crop).to.deep.equal({ zoom: 1, x: 600, y: 400 });
  });

  const moved: [string, { zoom: number; x: number; y: number }, { zoom: number; x: number; y: number }][] = [
    ['never leaves the picture on the left', { zoom: 1, x: -50, y: 400 }, { zoom: 1, x: 400, y: 400 }],
    ['never leaves the picture at the bottom', { zoom: 2, x: 600, y: 5000 }, { zoom: 2, x: 600, y: 600 }],
    ['is never larger than the picture', { zoom: 0.2, x: 600, y: 400 }, { zoom: 1, x: 600, y: 400 }],
    ['is never smaller than the largest zoom shows', { zoom: 99, x: 600, y: 400 }, { zoom: zoomMax, x: 600, y: 400 }],
  ];
  for (const [rule, wanted, kept] of moved) {
    it(rule, () => expect(inside(landscape, wanted)).to.deep.equal(kept));
  }
});
