// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../api/client';
import { faultAt, restOf } from './faults';

const fault = (field: string, text: string) => ({ code: 'x', text, file: '', line: 0, column: 0, field });
const problem: Problem = {
  type: 'about:blank',
  title: 'Refused',
  status: 400,
  detail: '',
  faults: [fault('/email', 'a'), fault('/scopes/1', 'b'), fault('', 'c'), fault('/email', 'd')],
};

describe('faults of a form', () => {
  it('stand at their field, all of them', () => {
    expect(faultAt(problem, 'email')).toBe('a d');
    expect(faultAt(problem, 'scopes')).toBe('b');
    expect(faultAt(problem, 'name')).toBe('');
    expect(faultAt(undefined, 'email')).toBe('');
  });

  it('are told above when no field shows them', () => {
    expect(restOf(problem, ['email'])?.faults.map((one) => one.text)).toEqual(['b', 'c']);
    expect(restOf({ ...problem, faults: [fault('/email', 'a')] }, ['email'])).toBeUndefined();
    expect(restOf({ ...problem, faults: [] }, ['email'])?.title).toBe('Refused');
    expect(restOf(undefined, [])).toBeUndefined();
  });
});
