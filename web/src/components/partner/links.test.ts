// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { chainsPath, comparePath, listPath, notesPath, whyPath } from './links';

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

  it('lead to chains and to notes, of two or of all', () => {
    expect(chainsPath('its-owl')).toBe('/paths?from=its-owl');
    expect(chainsPath('a&b', 'c')).toBe('/paths?from=a%26b&to=c');
    expect(notesPath('optence')).toBe('/partners/notes?for=optence');
    expect(notesPath('optence', 'litek')).toBe('/partners/notes?for=optence&partner=litek');
  });
});
