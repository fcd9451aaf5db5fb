// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { listed, provenance } from './provenance';

const source = (id: string) => ({ id, title: id, kind: 'web', url: '', publisher: '', as_of: '2020', licence: '' });
const claim = (id: string) => ({
  value: '2004',
  text: '2004',
  unit: '',
  status: 'stated' as const,
  approximate: false,
  as_of: '2021',
  phase: 0,
  source: source(id),
});
const figure = (predicate: string, conflicting: boolean) => ({
  predicate,
  label: predicate,
  conflicting,
  claims: [claim(predicate)],
});

describe('provenance', () => {
  it('lists counts and every disagreement', () => {
    const figures = [figure('member_count', false), figure('founded', false), figure('start', true)];
    expect(listed(figures).map((one) => one.predicate)).toEqual(['member_count', 'start']);
  });

  it('prefers the claim of a field to the source of its record', () => {
    expect(provenance([figure('founded', false)], 'founded', source('record'))).toMatchObject({
      asOf: '2021',
      conflicting: false,
    });
    expect(provenance([figure('founded', true)], 'founded', source('record')).conflicting).toBe(true);
    expect(provenance([], 'founded', source('record')).source.id).toBe('record');
  });
});
