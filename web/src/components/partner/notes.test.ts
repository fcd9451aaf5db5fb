// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import { today, withNote, withoutNote } from './notes';

const note = (id: string): Schemas['PartnerNote'] => ({
  id,
  for: { kind: 'organisation', id: 'optence', name: 'Optence' },
  partner: { kind: 'organisation', id: 'litek', name: 'LITEK' },
  outcome: 'asked',
  outcome_text: 'asked',
  day: '2026-05-03',
  day_text: '3 May 2026',
  text: '',
  noted_by: 'Ada',
  may: ['withdraw'],
});

describe('notes', () => {
  it('take the day of the place one is at', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('come on top and go again, and are counted', () => {
    const one = { total: 3, notes: [note('a')], next_cursor: 'x' };
    const two = withNote(one, note('b'));
    expect([two.total, two.notes.map(({ id }) => id), two.next_cursor]).toEqual([4, ['b', 'a'], 'x']);
    expect(withoutNote(two, 'a')).toEqual({ total: 3, notes: [note('b')], next_cursor: 'x' });
    expect(withoutNote(two, 'gone').total).toBe(4);
    expect(one.notes).toHaveLength(1);
  });
});
