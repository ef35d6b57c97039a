import { expect } from '@open-wc/testing';
import { placeMinutes, textOfMinutes, timeFromText } from './typed-time.ts';

const hourMs = 3_600_000;

describe('time as people type it', () => {
  it('is a length or a span, rounded to ten minutes, and nothing else', () => {
    for (const [text, minutes] of [
      ['3:30', 210],
      ['3.5', 210],
      ['3,5 h', 210],
      ['90m', 90],
      ['8', 480],
      ['0:04', 0],
      ['', 0],
      ['24', 1440],
    ] as const)
      expect(timeFromText(text), text).to.deep.equal({ kind: 'minutes', minutes });
    expect(timeFromText('9-12:30')).to.deep.equal({ kind: 'span', from: 540, to: 750 });
    expect(timeFromText('9:04 – 17')).to.deep.equal({ kind: 'span', from: 540, to: 1020 });
    for (const wrong of ['x', '25', '3:75', '12-9', '-1', '9-25', '1e3', '3:30:00'])
      expect(timeFromText(wrong), wrong).to.equal(undefined);
    expect(textOfMinutes(70)).to.equal('1:10');
  });

  it('finds room in a day: after what is there, around other time, never in the future', () => {
    const day = { startMs: 0, endMs: 24 * hourMs };
    const at = (from: number, to: number) => ({ startMs: from * hourMs, endMs: to * hourMs });
    const late = { nowMs: 48 * hourMs, after: undefined };
    expect(placeMinutes(day, [], 120, late)).to.deep.equal([at(9, 11)]);
    expect(placeMinutes(day, [at(10, 11)], 120, late)).to.deep.equal([at(9, 10), at(11, 12)]);
    expect(placeMinutes(day, [], 60, { ...late, after: 14 * hourMs })).to.deep.equal([at(14, 15)]);
    expect(placeMinutes(day, [], 120, { nowMs: 10 * hourMs, after: undefined })).to.deep.equal([at(8, 10)]);
    expect(placeMinutes(day, [], 120, { nowMs: hourMs, after: undefined })).to.equal(undefined);
    expect(placeMinutes(day, [], 24 * 60, late)).to.deep.equal([day]);
  });
});
