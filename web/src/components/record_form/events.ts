// SPDX-License-Identifier: EUPL-1.2
// The forms of a journey (who travels where with whom) and of a news item. Pure.
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

export const kNews: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'titles', type: 'texts', required: true },
      { name: 'summary', type: 'long_texts' },
      { name: 'published', type: 'date' },
      { name: 'publisher', type: 'text' },
      { name: 'url', type: 'url' },
    ],
  },
  {
    name: 'tags',
    fields: [
      { name: 'organisations', type: 'many', of: 'organisation' },
      { name: 'projects', type: 'many', of: 'project' },
      { name: 'programmes', type: 'many', of: 'programme' },
      { name: 'topics', type: 'many', of: 'topic' },
      { name: 'countries', type: 'words' },
      { name: 'regions', type: 'words' },
      { name: 'group', type: 'one', of: 'news' },
      { name: 'keeper', type: 'one', of: 'organisation' },
    ],
  },
];
