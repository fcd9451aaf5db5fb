// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { isTeam, kMostMembers, teamCriteria } from './team';

const of = (query: string) => teamCriteria(new URLSearchParams(query), 'de');

describe('a team', () => {
  it('stands in the address, each member once', () => {
    expect(of('member=a&member=b&member=a&programme=h2020&country=FI')).toEqual({
      member: ['a', 'b'],
      programme: 'h2020',
      country: ['FI'],
      organisation_kind: [],
      exclude: [],
      lang: 'de',
    });
  });

  it('has at least two members, and not too many', () => {
    expect([of(''), of('member=a'), of('member=a,b')].map(isTeam)).toEqual([false, false, true]);
    const many = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`).join(',');
    expect(isTeam(of(`member=${many(kMostMembers)}`))).toBe(true);
    expect(isTeam(of(`member=${many(kMostMembers + 1)}`))).toBe(false);
  });
});
