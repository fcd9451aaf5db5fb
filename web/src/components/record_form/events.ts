// SPDX-License-Identifier: EUPL-1.2
// The form of a journey: who travels where with whom. Pure.
import type { Part } from './fields';

export const kDelegation: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'titles', type: 'texts', required: true },
      { name: 'from', type: 'date' },
      { name: 'to', type: 'date' },
      { name: 'organisers', type: 'many', of: 'organisation' },
      { name: 'participants', type: 'many', of: 'organisation' },
      { name: 'basis', type: 'basis' },
      { name: 'project', type: 'one', of: 'project' },
      { name: 'description', type: 'long_texts' },
    ],
  },
  {
    name: 'stops',
    fields: [
      {
        name: 'stops',
        type: 'list',
        fields: [
          { name: 'city', type: 'text' },
          { name: 'country', type: 'country' },
          { name: 'zone', type: 'zone' },
          { name: 'from', type: 'date' },
          { name: 'to', type: 'date' },
          { name: 'purpose', type: 'texts' },
        ],
      },
    ],
  },
];
