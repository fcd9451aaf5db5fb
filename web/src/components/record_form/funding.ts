// SPDX-License-Identifier: EUPL-1.2
// The forms of funding programmes and their calls. Pure.
import type { Part } from './fields';

export const kProgramme: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'names', type: 'texts', required: true },
      { name: 'short', type: 'text' },
      { name: 'description', type: 'long_texts' },
      { name: 'funder', type: 'one', of: 'organisation' },
      { name: 'parent', type: 'one', of: 'programme' },
      { name: 'from', type: 'date' },
      { name: 'to', type: 'date' },
      { name: 'url', type: 'url' },
    ],
  },
];

export const kCall: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'programme', type: 'one', of: 'programme', required: true },
      { name: 'identifier', type: 'text', required: true },
      { name: 'titles', type: 'texts', required: true },
      { name: 'description', type: 'long_texts' },
      { name: 'opens', type: 'date' },
      { name: 'deadline', type: 'date' },
      { name: 'zone', type: 'zone' },
      { name: 'budget', type: 'number' },
      { name: 'currency', type: 'text', maximum: 3 },
      { name: 'action_type', type: 'text' },
      { name: 'topics', type: 'many', of: 'topic' },
      { name: 'url', type: 'url' },
    ],
  },
];
