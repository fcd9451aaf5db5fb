// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import {
  bySentence,
  decisionsOf,
  faultsByClaim,
  isConfirmed,
  isKnown,
  isSure,
  nextWaiting,
  type Claim,
  type Entity,
} from './claims';

const claim = (id: string, more: object = {}): Claim =>
  ({
    id,
    subject: 'hafen',
    object: 'kai',
    sentence: { begin: 0, end: 9 },
    quote: 'Es ist so.',
    confidence: 0.95,
    state: 'waiting',
    effects: [{ action: 'change', text: 'x' }],
    ...more,
  }) as unknown as Claim;
const entity = (id: string, more: object = {}): Entity =>
  ({ id, state: 'known', candidates: [], ...more }) as unknown as Entity;
const known = new Map([entity('hafen'), entity('kai')].map((one) => [one.id, one]));

it('claims of one sentence stand together', () => {
  const said = bySentence([claim('1'), claim('2'), claim('3', { sentence: { begin: 10, end: 20 }, quote: 'Zwei.' })]);
  expect(said.map(({ quote, claims }) => [quote, claims.map(({ id }) => id)])).toEqual([
    ['Es ist so.', ['1', '2']],
    ['Zwei.', ['3']],
  ]);
});

it('what is accepted at one stroke is sure in every way', () => {
  expect(isSure(claim('1'), known)).toBe(true);
  expect(isSure(claim('1', { confidence: 0.89 }), known)).toBe(false);
  expect(isSure(claim('1', { state: 'rejected' }), known)).toBe(false);
  expect(isSure(claim('1', { effects: [{ action: 'none', text: 'x' }] }), known)).toBe(false);
  const doubtful = new Map(known).set('kai', entity('kai', { state: 'open', candidates: [{}] }));
  expect(isSure(claim('1'), doubtful)).toBe(false);
  const fresh = new Map(known).set('kai', entity('kai', { state: 'open' }));
  expect(isSure(claim('1'), fresh)).toBe(true);
});

it('known is what every record says already', () => {
  expect(isKnown(claim('1', { effects: [{ action: 'known' }, { action: 'known' }] }))).toBe(true);
  expect(isKnown(claim('1', { effects: [{ action: 'known' }, { action: 'change' }] }))).toBe(false);
  expect(isKnown(claim('1', { effects: [] }))).toBe(false);
});

it('what is confirmed at one stroke is known, waits, and is in no doubt', () => {
  const says = { confidence: 0.6, effects: [{ action: 'known' }] };
  expect(isConfirmed(claim('1', says), known)).toBe(true);
  expect(isConfirmed(claim('1', { ...says, state: 'accepted' }), known)).toBe(false);
  expect(isConfirmed(claim('1', { effects: [{ action: 'change' }] }), known)).toBe(false);
  const doubtful = new Map(known).set('kai', entity('kai', { state: 'open', candidates: [{}] }));
  expect(isConfirmed(claim('1', says), doubtful)).toBe(false);
});

it('the next one waits unmarked, and comes round', () => {
  const order = [claim('1'), claim('2', { state: 'accepted' }), claim('3'), claim('4')];
  expect(nextWaiting(order, '1', {})).toBe('3');
  expect(nextWaiting(order, '4', { 1: {} })).toBe('3');
  expect(nextWaiting(order, '', {})).toBe('1');
  expect(nextWaiting(order, '3', { 1: {}, 4: {} })).toBeUndefined();
});

it('faults find their claims', () => {
  const sent = decisionsOf({ a: { decision: 'accept' }, b: { decision: 'correct', correction: { value: '2018' } } });
  expect(sent[1]).toEqual({ claim: 'b', decision: 'correct', value: '2018' });
  const fault = (field: string, text: string) => ({ code: 'x', text, file: '', line: 0, column: 0, field });
  const faults = [fault('/claims/1/value', 'Kein Datum.'), fault('/claims/1', 'Entschieden.'), fault('', 'Anderes.')];
  expect(faultsByClaim(faults, sent)).toEqual({ b: 'Kein Datum. Entschieden.' });
});
