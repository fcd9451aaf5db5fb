// SPDX-License-Identifier: EUPL-1.2
// The forms of what joins records: memberships, participations, agreements, people. Pure.
import type { Part } from './fields';
import { kActivities } from './pieces';

export const kMembership: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'member', type: 'one', of: 'organisation', required: true },
      { name: 'cluster', type: 'one', of: 'organisation', required: true },
      {
        name: 'type',
        type: 'code',
        list: 'member',
        codes: ['sme', 'large', 'research', 'university', 'public', 'end_user', 'investor', 'associate', 'mutual'],
      },
      { name: 'from', type: 'date' },
      { name: 'to', type: 'date' },
    ],
  },
];

export const kParticipation: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'project', type: 'one', of: 'project', required: true },
      { name: 'organisation', type: 'one', of: 'organisation', required: true },
      {
        name: 'role',
        type: 'code',
        list: 'role',
        required: true,
        codes: [
          'coordinator',
          'participant',
          'third_party',
          'associated_partner',
          'international_partner',
          'network_partner',
        ],
      },
      { name: 'phases', type: 'numbers' },
      { name: 'from', type: 'date' },
      { name: 'to', type: 'date' },
      { name: 'contribution', type: 'number' },
      { name: 'currency', type: 'text', maximum: 3 },
      { name: 'activity_type', type: 'code', list: 'activity', codes: kActivities },
      { name: 'is_sme', type: 'yes_no' },
    ],
  },
];

export const kPerson: readonly Part[] = [
  {
    name: 'core',
    fields: [
      { name: 'name', type: 'text', required: true },
      { name: 'organisation', type: 'one', of: 'organisation', required: true },
      { name: 'function', type: 'text' },
      { name: 'email', type: 'email' },
      { name: 'phone', type: 'tel' },
      { name: 'languages', type: 'languages' },
    ],
  },
  {
    name: 'consent',
    fields: [
      {
        name: 'purpose',
        type: 'code',
        list: 'purpose',
        required: true,
        codes: ['contact', 'event', 'contract'],
      },
      { name: 'keep_until', type: 'date', required: true },
      { name: 'consent_on', type: 'date' },
      { name: 'consent_version', type: 'text' },
    ],
  },
];

export const kAgreement: readonly Part[] = [
  {
    name: 'core',
    fields: [
      {
        name: 'type',
        type: 'code',
        list: 'agreement',
        required: true,
        codes: [
          'nda',
          'loi',
          'mou',
          'cooperation',
          'partnership',
          'consortium',
          'arrangement',
          'licence',
          'rnd_contract',
          'mutual_membership',
        ],
      },
      { name: 'titles', type: 'texts', required: true },
      { name: 'parties', type: 'many', of: 'organisation', required: true },
      { name: 'signed', type: 'date' },
      { name: 'valid_to', type: 'date' },
      { name: 'scope', type: 'long_texts' },
      { name: 'project', type: 'one', of: 'project' },
    ],
  },
];
