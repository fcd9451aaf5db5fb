// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength';

describe('strength', () => {
  it('is one of three words', () => {
    expect([1, 0.1, 0.09, 0.02, 0.019, 0].map(strengthOf)).toEqual([
      'strong',
      'strong',
      'medium',
      'medium',
      'weak',
      'weak',
    ]);
  });
});
