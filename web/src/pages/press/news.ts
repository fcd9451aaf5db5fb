// SPDX-License-Identifier: EUPL-1.2
// From a press text to the news record that tells of it, tagged with what it names and the network knows. Pure.
import type { Item } from './claims';
import { groupOf } from './kinds';
import { passage } from './text';

const kTitle = 300;
const kSummary = 600;
const kSentences = 2;

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** The first sentences that are not the title. */
function summaryOf({ text, sentences, brief }: Item): string {
  const said = sentences.map((range) => passage(text, range)).filter((one) => one && !brief.title.includes(one));
  return shortened(said.slice(0, kSentences).join(' '), kSummary);
}

/** Fields of docs/records.md. Only records that the names are linked with are tagged, and countries of places. */
export function newsOf(item: Item): Record<string, unknown> {
  const { brief, url } = item;
  const lang = brief.language || 'und';
  const named = item.entities.filter(({ state }) => state === 'known' || state === 'linked' || state === 'new');
  const tagged = (kind: string) => [
    ...new Set(named.flatMap(({ record }) => (record?.kind === kind ? [record.id] : []))),
  ];
  const places = named.filter(({ kind, country }) => groupOf(kind) === 'place' && country);
  const summary = summaryOf(item);
  const fields: Record<string, unknown> = {
    record: 'news',
    titles: [{ lang, text: shortened(brief.title, kTitle) }],
    summary: summary ? [{ lang, text: summary, origin: 'machine' }] : [],
    published: brief.published,
    publisher: brief.publisher,
    url: /^https?:\/\//.test(url) ? url : '',
    organisations: tagged('organisation'),
    projects: tagged('project'),
    programmes: tagged('programme'),
    topics: tagged('topic'),
    countries: [...new Set(places.map(({ country }) => country))],
    keeper: brief.organisation.id,
    source: item.source?.id ?? '',
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => (value as string | unknown[]).length > 0));
}
