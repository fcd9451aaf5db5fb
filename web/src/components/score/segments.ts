// SPDX-License-Identifier: EUPL-1.2
// A score as lengths: each part's contribution, less what counter-reasons take away. Pure.
import type { Schemas } from '../../api/client';

export interface Segment {
  part: string;
  label: string;
  /** Percent of the bar's full length. */
  width: number;
}

type Scored = Pick<Schemas['Partner'], 'parts' | 'counter_reasons' | 'score'>;

/** Segments of the positive parts; a full bar is the best gross score of the list. */
export function segments(partner: Scored, best: number): Segment[] {
  if (best <= 0) return [];
  return partner.parts
    .filter((part) => part.contribution > 0)
    .map(({ part, label, contribution }) => ({ part, label, width: Math.min(100, (100 * contribution) / best) }));
}

/** The sum before counter-reasons. */
export function gross(partner: Scored): number {
  return partner.parts.reduce((sum, part) => sum + Math.max(0, part.contribution), 0);
}

/** What counter-reasons take away, in percent of the bar; never more than the bar holds. */
export function taken(partner: Scored, best: number): number {
  if (best <= 0) return 0;
  const loss = partner.counter_reasons.reduce((sum, reason) => sum + Math.max(0, -reason.contribution), 0);
  return Math.min((100 * gross(partner)) / best, (100 * loss) / best);
}

/** Scores are shown out of 100. */
export function points(value: number): number {
  return Math.round(value * 100);
}
