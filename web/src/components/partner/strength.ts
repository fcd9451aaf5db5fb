// SPDX-License-Identifier: EUPL-1.2
// How strong a chain or a link is, in one of three words. Pure.

export type Strength = 'strong' | 'medium' | 'weak';

/** A joint project of five organisations four years ago still makes a strong link; of sixty today a weak one. */
const kStrong = 0.1;
const kMedium = 0.02;

export function strengthOf(value: number): Strength {
  if (value >= kStrong) return 'strong';
  return value >= kMedium ? 'medium' : 'weak';
}
