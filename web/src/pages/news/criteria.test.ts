// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { newsCriteria } from './criteria';

describe('the criteria of the news', () => {
  it('are what the address says', () => {
    const criteria = newsCriteria(new URLSearchParams('q=photonics&topic=optics,light&from=2018-01&to=soon'), 'en');
    expect(criteria.q).toBe('photonics');
    expect(criteria.topic).toEqual(['optics', 'light']);
    expect(criteria.from).toBe('2018-01');
    expect(criteria.to).toBe('');
    expect(criteria.country).toEqual([]);
  });
});
