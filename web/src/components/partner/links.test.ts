// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { comparePath, listPath, whyPath } from './links';

describe('links from a partner list', () => {
  it('keep the question, and come back to it', () => {
    const question = 'for=optence&country=FI,FR&weights=place:3&with=litek';
    const path = whyPath(question, 'its-owl');
    expect(path).toBe('/partners/why?for=optence&country=FI,FR&weights=place:3&with=litek&candidate=its-owl');
    expect(whyPath(path.split('?')[1] ?? '', 'litek')).toContain('candidate=litek');
    expect(listPath(path.split('?')[1] ?? '')).toBe('/partners?for=optence&country=FI,FR&weights=place:3&with=litek');
  });

  it('lay candidates side by side', () => {
    expect(comparePath('optence', ['litek', 'its-owl'])).toBe('/compare?for=optence&with=litek,its-owl');
    expect(comparePath('optence', [])).toBe('/compare?for=optence');
  });
});
