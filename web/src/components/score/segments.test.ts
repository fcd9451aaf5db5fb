// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { gross, points, segments, taken } from './segments';

const part = (name: 'topic_fit' | 'place', contribution: number) => ({
  part: name,
  label: name,
  value: 1,
  weight: 0.5,
  contribution,
  evidence: [],
});
const reason = (contribution: number) => ({ type: 'x', label: 'x', contribution, text: '', records: [] });
const partner = { score: 0.5, parts: [part('topic_fit', 0.4), part('place', 0.2)], counter_reasons: [reason(-0.1)] };

describe('score segments', () => {
  it('are as long as their points', () => {
    expect(segments(partner).map((one) => Math.round(one.width))).toEqual([40, 20]);
  });

  it('leave out parts that add nothing', () => {
    expect(segments({ ...partner, parts: [part('place', 0)] })).toEqual([]);
  });

  it('never take away more than there is', () => {
    expect(gross(partner)).toBeCloseTo(0.6);
    expect(taken(partner)).toBeCloseTo(10);
    expect(taken({ ...partner, counter_reasons: [reason(-9)] })).toBeCloseTo(60);
  });

  it('count to a hundred', () => {
    expect(points(0.614)).toBe(61);
  });
});
