// SPDX-License-Identifier: EUPL-1.2
// What every control of one form knows without being told.
import { getContext, setContext } from 'svelte';
import type { Problem } from '../../api/client';
import type { Names } from '../../lib/names.svelte';

export interface FormContext {
  kind: string;
  problem: () => Problem | undefined;
  names: Names;
  /** What another field of the record says at present. */
  word: (field: string) => string;
}

const kKey = Symbol('record form');

export function provideForm(context: FormContext): void {
  setContext(kKey, context);
}

export function theForm(): FormContext {
  return getContext<FormContext>(kKey);
}
