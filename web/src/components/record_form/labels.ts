// SPDX-License-Identifier: EUPL-1.2
// Words for the fields of records: the most particular message there is.
import { codeLabel, optional } from '../../lib/i18n.svelte';

/** Name of a field; `scope`: the kind of record or the list it stands in. */
export function fieldLabel(name: string, scope = ''): string {
  return optional(`field.${scope}.${name}`) || codeLabel('field', name);
}

export function fieldHint(name: string, scope = ''): string {
  return optional(`hint.${scope}.${name}`) || optional(`hint.${name}`);
}
