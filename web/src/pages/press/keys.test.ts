// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { actionOf } from './keys';

const pressed = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  typing: false,
  button: false,
  ...more,
});

it('letters act, until they are switched off', () => {
  expect(actionOf(pressed('a'), true)).toBe('accept');
  expect(actionOf(pressed('A'), true)).toBe('sure');
  expect(actionOf(pressed('B'), true)).toBe('known');
  expect(actionOf(pressed('a'), false)).toBeUndefined();
  expect(actionOf(pressed('ArrowDown'), false)).toBe('next');
});

it('nothing acts while one types, nor with another key held', () => {
  expect(actionOf(pressed('a', { typing: true }), true)).toBeUndefined();
  expect(actionOf(pressed('r', { ctrlKey: true }), true)).toBeUndefined();
  expect(actionOf(pressed('Enter', { typing: true }), true)).toBeUndefined();
});

it('Enter on a button is the button', () => {
  expect(actionOf(pressed('Enter'), false)).toBe('send');
  expect(actionOf(pressed('Enter', { button: true }), true)).toBeUndefined();
  expect(actionOf(pressed('a', { button: true }), true)).toBe('accept');
});
