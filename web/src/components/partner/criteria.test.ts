// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { choicesOf, isFiltered, partnerCriteria, weightChanged, weightsOf, weightsText } from './criteria';

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

  it('know presets, spread and what has been asked, and nothing else', () => {
    const of = (query: string) => partnerCriteria(new URLSearchParams(query), 'en');
    expect(of('preset=newcomers&spread=both&asked=hide')).toMatchObject({
      preset: 'newcomers',
      spread: 'both',
      asked: 'hide',
    });
    expect(of('preset=best&spread=far&asked=no')).toMatchObject({
      preset: undefined,
      spread: undefined,
      asked: undefined,
    });
    expect(isFiltered(of('preset=known&spread=both'))).toBe(false);
    expect(isFiltered(of('asked=hide'))).toBe(true);
  });

  it('mention a weight only when it differs from the preset', () => {
    const preset = [
      { part: 'topic_fit', weight: 4 },
      { part: 'place', weight: 1 },
    ] as const;
    expect(weightChanged('', preset, 'place', 3)).toBe('place:3');
    expect(weightChanged('place:3', preset, 'topic_fit', 0)).toBe('topic_fit:0,place:3');
    expect(weightChanged('topic_fit:0,place:3', preset, 'place', 1)).toBe('topic_fit:0');
    expect(weightChanged('topic_fit:0', preset, 'topic_fit', 4)).toBe('');
    expect(weightChanged('', preset, 'warm_path', 2.5)).toBe('warm_path:2.5');
  });

  it('tell what was chosen, and not what is so anyway', () => {
    const chosen = (query: string) =>
      choicesOf(partnerCriteria(new URLSearchParams(query), 'en')).map(({ name, value }) => `${name} ${value}`);
    expect(chosen('for=optence&preset=usual&spread=none&weights=nonsense:3')).toEqual([]);
    expect(chosen('for=optence&country=FI,FR&preset=known&weights=place:0&exclude=litek&asked=hide')).toEqual([
      'preset known',
      'weights place:0',
      'asked hide',
      'country FI',
      'country FR',
      'exclude litek',
    ]);
  });
});
