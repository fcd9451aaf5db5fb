// SPDX-License-Identifier: EUPL-1.2
// What a key means on the list of claims. Pure. Letters can be switched off (WCAG 2.1.4); arrows and Enter stay.

export type KeyAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'accept'
  | 'reject'
  | 'correct'
  | 'who'
  | 'undo'
  | 'sure'
  | 'known'
  | 'name'
  | 'send'
  | 'help';

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Whether somebody is typing, or the key belongs to a button or a link. */
  typing: boolean;
  button: boolean;
}

const kLetters: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  r: 'reject',
  e: 'correct',
  w: 'who',
  u: 'undo',
  A: 'sure',
  B: 'known',
  n: 'name',
  '?': 'help',
};

const kAlways: Readonly<Record<string, KeyAction>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

export function actionOf(pressed: Pressed, letters: boolean): KeyAction | undefined {
  const { key, ctrlKey, metaKey, altKey, typing, button } = pressed;
  if (typing || ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Enter') return button ? undefined : 'send';
  return kAlways[key] ?? (letters ? kLetters[key] : undefined);
}

/** For the help: which keys do what, in the order of use. */
export const kKeyHelp: readonly {
  keys: readonly string[];
  action: Exclude<KeyAction, 'first' | 'last'>;
  letter: boolean;
}[] = [
  { keys: ['↓', 'j'], action: 'next', letter: false },
  { keys: ['↑', 'k'], action: 'previous', letter: false },
  { keys: ['A'], action: 'sure', letter: true },
  { keys: ['B'], action: 'known', letter: true },
  { keys: ['a'], action: 'accept', letter: true },
  { keys: ['r'], action: 'reject', letter: true },
  { keys: ['e'], action: 'correct', letter: true },
  { keys: ['w'], action: 'who', letter: true },
  { keys: ['u'], action: 'undo', letter: true },
  { keys: ['n'], action: 'name', letter: true },
  { keys: ['⏎'], action: 'send', letter: false },
  { keys: ['?'], action: 'help', letter: true },
];
