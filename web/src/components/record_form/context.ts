// SPDX-License-Identifier: EUPL-1.2
// What every control of one form knows without being told.
import { getContext, setContext } from 'svelte';
import type { Problem } from '../../api/client';
import type { Names } from '../../lib/names.svelte';
import type { RecordKind } from './fields';

export interface FormContext {
  kind: string;
  problem: () => Problem | undefined;
  names: Names;
  /** What another field of the record says at present. */
  word: (field: string) => string;
}

/** What frames a field in which other records are found by name. */
export interface Picker {
  label: string;
  hint: string;
  fault: string;
  required: boolean;
  of: RecordKind;
}

const kKey = Symbol('record form');

export function provideForm(context: FormContext): void {
  setContext(kKey, context);
}

export function theForm(): FormContext {
  return getContext<FormContext>(kKey);
}
