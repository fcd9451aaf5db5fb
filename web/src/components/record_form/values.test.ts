// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../api/client';
import { partsOf } from './shape';
import { elsewhere, faultsAt, placeOf, sendable } from './values';

const fault = (field: string, text: string) => ({ code: 'x', text, file: '', line: 0, column: 0, field });
const problem: Problem = {
  type: '',
  title: 'Refused',
  status: 400,
  detail: '',
  faults: [fault('/record/names/0/text', 'a'), fault('/country', 'b'), fault('/record/id', 'c'), fault('', 'd')],
};

describe('what is sent', () => {
  it('has nothing empty in it, and keeps false and zero', () => {
    const content = {
      kind: 'company',
      names: [{ text: 'A', lang: '' }, { text: ' ', type: 'legal' }, {}],
      description: [{ lang: 'de', text: '' }],
      offers: [{ text: [{ lang: 'de', text: '' }], topic: 'optics' }, { text: [] }],
      is_sme: false,
      latitude: 0,
      web: '',
      cluster: { labels: [] },
    };
    expect(sendable(content)).toEqual({
      kind: 'company',
      names: [{ text: 'A' }],
      offers: [{ topic: 'optics' }],
      is_sme: false,
      latitude: 0,
    });
  });
});

describe('faults', () => {
  it('are found with and without the record before them', () => {
    expect(placeOf('/record/names/0/text')).toBe('/names/0/text');
    expect(faultsAt(problem, '/names/0/text')).toBe('a');
    expect(faultsAt(problem, '/names')).toBe('');
    expect(faultsAt(problem, '/names', true)).toBe('a');
    expect(faultsAt(problem, '/country')).toBe('b');
  });

  it('that no control shows are told above', () => {
    const content = { kind: 'company', names: [{ text: '' }] };
    const rest = elsewhere(problem, partsOf('organisation', content), content);
    expect(rest?.faults.map((one) => one.text)).toEqual(['c', 'd']);
  });
});
