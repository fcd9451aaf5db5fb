// SPDX-License-Identifier: EUPL-1.2
// What a form is made of: fields with their controls, in parts. Types only.
import type { Schemas } from '../../api/client';

export type RecordKind = Schemas['EditableKind'];
export type Content = Record<string, unknown>;

interface Named {
  /** Name of the field in the record; its label is the message "field.<name>", its hint "hint.<name>". */
  name: string;
  required?: boolean;
}
export type Line = 'text' | 'long' | 'url' | 'email' | 'tel' | 'date' | 'integer' | 'number';
export type Field = Named &
  (
    | { type: Line; maximum?: number }
    | {
        type:
          | 'yes_no'
          | 'country'
          | 'region'
          | 'zone'
          | 'basis'
          | 'texts'
          | 'long_texts'
          | 'words'
          | 'numbers'
          | 'languages'
          | 'language';
      }
    | { type: 'code'; list: string; codes: readonly string[] }
    | { type: 'one'; of: RecordKind }
    | { type: 'many'; of: RecordKind }
    | { type: 'list'; fields: readonly Field[] }
    | { type: 'group'; fields: readonly Field[] }
  );

/** A part of a form under a heading (message "chapter.<name>"); closed parts are opened by whoever needs them. */
export interface Part {
  name: string;
  fields: readonly Field[];
  closed?: boolean;
  /** Only for organisations of this kind. */
  only?: string;
}
