// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { isFiltered, partnerCriteria, weightsOf, weightsText } from './criteria';

describe('partner criteria', () => {
  it('come from the address alone', () => {
    const criteria = partnerCriteria(new URLSearchParams('for=optence&country=FI,FR&existing=hide'), 'de');
    expect(criteria).toMatchObject({ for: 'optence', need: '', country: ['FI', 'FR'], existing: 'hide', lang: 'de' });
  });

  it('tell whether the list is narrowed', () => {
    const narrowed = (query: string) => isFiltered(partnerCriteria(new URLSearchParams(query), 'de'));
    expect(narrowed('for=optence&weights=place:0')).toBe(false);
    expect(narrowed('for=optence&topic=laser')).toBe(true);
    expect(narrowed('for=optence&existing=hide')).toBe(true);
  });

  it('read weights and leave out what is none', () => {
    expect(weightsOf('topic_fit:3,nonsense:2,place:11,warm_path')).toEqual({ topic_fit: 3 });
    expect(weightsText({ warm_path: 1, topic_fit: 0 })).toBe('topic_fit:0,warm_path:1');
    expect(weightsText({})).toBe('');
  });
});
