// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { countsOf, kNothing, marked, readMarked, stillOpen, undone, type Marked } from './marks';

const start: Marked<string> = kNothing;
const several = marked(marked(start, ['1', '2', '3'], { decision: 'accept' }), ['4'], { decision: 'reject' });

it('marks are counted by decision', () => {
  expect(countsOf(several)).toEqual({ accept: 3, correct: 0, reject: 1 });
});

it('steps are taken back one by one, those of several claims at once', () => {
  const once = undone(several);
  expect(once.claims).toEqual(['4']);
  const twice = undone(once.state);
  expect(twice.claims).toEqual(['1', '2', '3']);
  expect(undone(twice.state)).toEqual({ state: { marks: {}, steps: [] }, claims: [] });
});

it('the last decision about a claim counts, and is the last step', () => {
  const changed = marked(several, ['2'], { decision: 'correct', correction: 'x' });
  expect(countsOf(changed)).toEqual({ accept: 2, correct: 1, reject: 1 });
  expect(undone(changed).claims).toEqual(['2']);
});

it('marks of claims that are decided elsewhere are dropped', () => {
  expect(stillOpen(several, new Set(['4', '9'])).marks).toEqual({ 4: { decision: 'reject' } });
  expect(stillOpen(several, new Set(['4', '9'])).steps).toEqual([['4']]);
});

it('what was kept is read, and nothing else', () => {
  expect(readMarked(JSON.stringify(several))).toEqual(several);
  for (const kept of [null, '', '[]', '{"marks":{}}', 'x']) expect(readMarked(kept)).toBe(kNothing);
});
