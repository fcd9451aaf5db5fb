// SPDX-License-Identifier: EUPL-1.2
// Counts as shades and circles. Pure.

export const kShades = 5;

/** 0 for nothing, else 1 (few) to kShades (most), by the logarithm: counts differ by orders of magnitude. */
export function shadeOf(count: number, largest: number): number {
  if (count <= 0 || largest <= 0) return 0;
  if (largest === 1) return kShades;
  return 1 + Math.min(kShades - 1, Math.floor((kShades * Math.log(count)) / Math.log(largest + 1)));
}

/** Radius of a place's circle in pixels: its area grows with the count. */
export function radiusOf(count: number, largest: number): number {
  return 2.5 + 9 * Math.sqrt(count / Math.max(1, largest));
}
