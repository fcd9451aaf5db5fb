// SPDX-License-Identifier: EUPL-1.2
// A score as lengths: each part's contribution, less what counter-reasons take away. Pure.
import type { Schemas } from '../../api/client';

export interface Segment {
  part: string;
  label: string;
  /** Percent of the bar's full length. */
  width: number;
}

export type Scored = Pick<Schemas['Partner'], 'parts' | 'counter_reasons' | 'score'>;

/** Segments of the positive parts; a full bar is 100 points, so that the bar says what the number says. */
export function segments(partner: Scored): Segment[] {
  return partner.parts
    .filter((part) => part.contribution > 0)
    .map(({ part, label, contribution }) => ({ part, label, width: Math.min(100, 100 * contribution) }));
}

/** The sum before counter-reasons. */
export function gross(partner: Scored): number {
  return partner.parts.reduce((sum, part) => sum + Math.max(0, part.contribution), 0);
}

/** What counter-reasons take away, in percent of the bar; never more than the bar holds. */
export function taken(partner: Scored): number {
  const loss = partner.counter_reasons.reduce((sum, reason) => sum + Math.max(0, -reason.contribution), 0);
  return 100 * Math.min(gross(partner), loss);
}

/** Scores are shown out of 100. */
export function points(value: number): number {
  return Math.round(value * 100);
}
