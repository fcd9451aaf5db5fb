// SPDX-License-Identifier: EUPL-1.2
// The form of a project. Pure.
import type { Part } from './fields';
import { identifiers, kProjectSchemes, kTargets } from './pieces';

export const kProject: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'acronym', type: 'text' },
      { name: 'titles', type: 'texts', required: true },
      { name: 'objective', type: 'long_texts' },
      {
        name: 'status',
        type: 'code',
        list: 'project_status',
        codes: ['planned', 'running', 'closed', 'terminated', 'unknown'],
      },
      { name: 'start', type: 'date' },
      { name: 'end', type: 'date' },
      { name: 'topics', type: 'many', of: 'topic' },
      { name: 'url', type: 'url' },
    ],
  },
  {
    name: 'funding',
    fields: [
      { name: 'programme', type: 'one', of: 'programme' },
      { name: 'call', type: 'one', of: 'call' },
      { name: 'funding_scheme', type: 'text' },
      { name: 'total_cost', type: 'number' },
      { name: 'eu_contribution', type: 'number' },
      { name: 'currency', type: 'text', maximum: 3 },
    ],
  },
  {
    name: 'phases',
    fields: [
      {
        name: 'phases',
        type: 'list',
        fields: [
          { name: 'number', type: 'integer', required: true },
          { name: 'name', type: 'texts' },
          { name: 'from', type: 'date' },
          { name: 'to', type: 'date' },
          { name: 'budget', type: 'number' },
        ],
      },
      {
        name: 'strands',
        type: 'list',
        fields: [
          { name: 'name', type: 'texts' },
          { name: 'description', type: 'texts' },
        ],
      },
    ],
  },
  {
    name: 'more',
    closed: true,
    fields: [
      identifiers(kProjectSchemes),
      { name: 'keywords', type: 'words' },
      kTargets,
      { name: 'predecessors', type: 'many', of: 'project' },
      { name: 'as_of', type: 'date' },
    ],
  },
];
