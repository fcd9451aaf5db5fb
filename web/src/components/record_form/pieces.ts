// SPDX-License-Identifier: EUPL-1.2
// Groups of fields that several kinds of records have. Pure.
import type { Field } from './fields';

export const kIdentifierSchemes = ['VAT', 'PIC', 'ROR', 'LEI', 'GRID', 'WIKIDATA', 'CORDIS', 'NATIONAL', 'MEMBER'];
export const kProjectSchemes = ['GA', 'RCN', 'OPERATION'];
export const kActivities = ['HES', 'REC', 'PRC', 'PUB', 'OTH'];

export function identifiers(schemes: readonly string[]): Field {
  return {
    name: 'identifiers',
    type: 'list',
    fields: [
      { name: 'scheme', type: 'code', list: 'identifier_scheme', codes: schemes, required: true },
      { name: 'value', type: 'text', required: true },
    ],
  };
}

export function capabilities(name: string): Field {
  return {
    name,
    type: 'list',
    fields: [
      { name: 'text', type: 'texts' },
      { name: 'topic', type: 'one', of: 'topic' },
      { name: 'trl', type: 'integer', maximum: 9 },
    ],
  };
}

export const kTargets: Field = {
  name: 'target_regions',
  type: 'list',
  fields: [
    { name: 'country', type: 'country' },
    { name: 'name', type: 'texts' },
    { name: 'priority', type: 'code', list: 'priority', codes: ['1', '2', '3'] },
  ],
};
