// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import { filledSections, linked, sectionsOf } from './sections';

const record = { kind: 'organisation', id: 'litek', name: 'LITEK' };
const item = (text: string, records: Schemas['Ref'][] = []) => ({ text, weight: 1, records });
const sheet = (some: Partial<Schemas['Comparison']>): Schemas['Comparison'] => ({
  with: {
    ...record,
    kind: 'cluster',
    country: 'LT',
    country_name: '',
    city: '',
    topics: [],
    invented: false,
    as_of: '',
    stale: false,
  },
  score: 0.5,
  parts: [],
  counter_reasons: [],
  we_bring: [],
  they_bring: [],
  we_need: [],
  they_need: [],
  shared_topics: [],
  our_end_users: [],
  their_end_users: [],
  bridges: [],
  joint_projects: [],
  common_targets: [],
  our_targets_there: [],
  their_targets_here: [],
  ...some,
});

describe('a comparison', () => {
  it('tells everything of the contract', () => {
    const keys = Object.values(sheet({})).filter((value) => Array.isArray(value)).length;
    expect(sectionsOf(sheet({}))).toHaveLength(keys - 2); // parts and counter-reasons stand above
  });

  it('leaves out what nobody has, and keeps what one of them has', () => {
    const sheets = [sheet({ bridges: [item('a')] }), sheet({ their_end_users: [record], shared_topics: [item('b')] })];
    expect(filledSections(sheets)).toEqual(['sheet.shared', 'sheet.theirEndUsers', 'sheet.bridges']);
    expect(filledSections([sheet({})])).toEqual([]);
    expect(filledSections([])).toEqual([]);
  });

  it('links records where they are named, and the others behind', () => {
    const laser = { kind: 'topic', id: 'laser', name: 'Laser' };
    const gmbh = { kind: 'organisation', id: 'laser-gmbh', name: 'Laser GmbH' };
    const said = (text: string, records: Schemas['Ref'][]) => {
      const { runs, others } = linked(item(text, records));
      return [
        runs.map((run) => (run.record ? `<${run.record.id}>${run.text}` : run.text)),
        others.map((other) => other.id),
      ];
    };
    expect(said('LITEK', [record])).toEqual([['<litek>LITEK'], []]);
    expect(said('Laser: Laser GmbH.', [laser, gmbh])).toEqual([
      ['<laser>Laser', ': ', '<laser-gmbh>Laser GmbH', '.'],
      [],
    ]);
    expect(said('Optics, as LITEK', [gmbh, record, laser])).toEqual([
      ['Optics, as ', '<litek>LITEK'],
      ['laser-gmbh', 'laser'],
    ]);
    expect(said('Optics', [])).toEqual([['Optics'], []]);
  });
});
