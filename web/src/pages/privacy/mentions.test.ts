// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { recordsIn, remaining, suggested } from './mentions';

function mention(id: string, field: string, mayBlank: boolean, blanked = false) {
  const record = { kind: 'project', id, name: id };
  return { record, field, excerpt: [], earlier: false, may_blank: mayBlank, blanked };
}

describe('mentions', () => {
  const mentions = [mention('a', 'titles', true), mention('b', 'titles', false), mention('a', 'objective', true, true)];

  it('are gathered by record', () => {
    const records = recordsIn(mentions);
    expect(records.map((one) => one.record.id)).toEqual(['a', 'b']);
    expect(records[0]?.places.map((place) => place.field)).toEqual(['titles', 'objective']);
  });

  it('are ticked where one may edit, each record once', () => {
    expect(suggested(mentions)).toEqual(['project/a']);
  });

  it('are not ticked where a record is called so', () => {
    expect(suggested([mention('a', 'names', true), mention('a', 'description', true)])).toEqual([]);
  });

  it('remain where they were not blanked, those beyond the list too', () => {
    const left = remaining({ mentions, total: 10, blanked: 1 });
    expect(left.mentions).toHaveLength(2);
    expect(left.total).toBe(9);
  });
});
