// SPDX-License-Identifier: EUPL-1.2
// The form of an organisation, cluster or not. Pure.
import type { Part } from './fields';
import { capabilities, identifiers, kActivities, kIdentifierSchemes, kTargets } from './pieces';

export const kOrganisation: readonly Part[] = [
  {
    name: 'core',
    fields: [
      {
        name: 'kind',
        type: 'code',
        list: 'organisation_kind',
        required: true,
        codes: [
          'cluster',
          'company',
          'university',
          'research_institute',
          'clinic',
          'end_user',
          'public_body',
          'association',
          'other',
        ],
      },
      {
        name: 'names',
        type: 'list',
        required: true,
        fields: [
          { name: 'text', type: 'text', required: true },
          { name: 'type', type: 'code', list: 'name_type', codes: ['legal', 'short', 'alias', 'former'] },
          { name: 'lang', type: 'language' },
        ],
      },
      { name: 'description', type: 'long_texts' },
      { name: 'web', type: 'url' },
      { name: 'topics', type: 'many', of: 'topic' },
    ],
  },
  {
    name: 'place',
    fields: [
      { name: 'country', type: 'country' },
      { name: 'city', type: 'text' },
      { name: 'postcode', type: 'text' },
      { name: 'street', type: 'text' },
      { name: 'nuts', type: 'region' },
    ],
  },
  { name: 'capabilities', fields: [capabilities('offers'), capabilities('needs')] },
  {
    name: 'cluster',
    only: 'cluster',
    fields: [
      {
        name: 'cluster',
        type: 'group',
        fields: [
          { name: 'services', type: 'texts' },
          { name: 'management_entity', type: 'one', of: 'organisation' },
          { name: 'association_entity', type: 'one', of: 'organisation' },
          kTargets,
          {
            name: 'labels',
            type: 'list',
            fields: [
              { name: 'scheme', type: 'text', required: true },
              { name: 'level', type: 'text' },
              { name: 'from', type: 'date' },
              { name: 'to', type: 'date' },
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'more',
    closed: true,
    fields: [
      identifiers(kIdentifierSchemes),
      { name: 'activity_type', type: 'code', list: 'activity', codes: kActivities },
      { name: 'size_class', type: 'code', list: 'size_class', codes: ['micro', 'small', 'medium', 'large'] },
      { name: 'employees', type: 'integer' },
      { name: 'is_sme', type: 'yes_no' },
      { name: 'founded', type: 'integer' },
      { name: 'languages', type: 'languages' },
      { name: 'open_for_ideas', type: 'yes_no' },
      { name: 'latitude', type: 'number' },
      { name: 'longitude', type: 'number' },
      { name: 'as_of', type: 'date' },
    ],
  },
];
