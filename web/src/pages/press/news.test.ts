// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { Item } from './claims';
import { newsOf } from './news';

const entity = (kind: string, state: string, record?: object, country = '') => ({ kind, state, record, country });
const organisation = { kind: 'organisation', id: 'hafen', name: 'Hafen' };
const text = 'Kai 7 ist eröffnet\n\nDer Hafen hat Kai 7 eröffnet. Er ist lang. Er ist neu.';
const range = (said: string) => ({ begin: text.indexOf(said), end: text.indexOf(said) + said.length });
const item = {
  brief: {
    title: 'Kai 7 ist eröffnet',
    language: 'de',
    published: '2024-05',
    publisher: '',
    organisation: { kind: 'organisation', id: 'kontor', name: 'Kontor' },
  },
  text,
  url: 'javascript:alert(1)',
  sentences: ['Kai 7 ist eröffnet', 'Der Hafen hat Kai 7 eröffnet.', 'Er ist lang.', 'Er ist neu.'].map(range),
  entities: [
    entity('cluster', 'known', organisation),
    entity('organisation', 'linked', organisation),
    entity('project', 'open', { kind: 'project', id: 'doubtful', name: 'x' }),
    entity('place', 'known', undefined, 'FI'),
    entity('place', 'refused', undefined, 'SE'),
  ],
} as unknown as Item;

it('news tell who is meant for certain, in two sentences, without empty fields', () => {
  expect(newsOf(item)).toEqual({
    record: 'news',
    titles: [{ lang: 'de', text: 'Kai 7 ist eröffnet' }],
    summary: [{ lang: 'de', text: 'Der Hafen hat Kai 7 eröffnet. Er ist lang.', origin: 'machine' }],
    published: '2024-05',
    organisations: ['hafen'],
    countries: ['FI'],
    keeper: 'kontor',
  });
});
