// SPDX-License-Identifier: EUPL-1.2
// Addresses of pages: what a path means and how a path is written. Pure.

export const kLanguages = ['de', 'en'] as const;
export type Language = (typeof kLanguages)[number];

export type PageName =
  | 'home'
  | 'search'
  | 'organisation'
  | 'project'
  | 'programme'
  | 'call'
  | 'topics'
  | 'topic'
  | 'country'
  | 'region'
  | 'partners'
  | 'why'
  | 'notes'
  | 'paths'
  | 'compare'
  | 'teams'
  | 'map'
  | 'news-list'
  | 'news'
  | 'import'
  | 'about'
  | 'sign-in'
  | 'link'
  | 'password'
  | 'account'
  | 'roles'
  | 'new'
  | 'edit'
  | 'history'
  | 'visibility'
  | 'related'
  | 'suggestion'
  | 'review'
  | 'drafts'
  | 'users'
  | 'audit'
  | 'own-data'
  | 'person-data'
  | 'register'
  | 'merge'
  | 'press'
  | 'press-item'
  | 'press-memory'
  | 'press-feeds'
  | 'missing';

export interface Route {
  page: PageName;
  /** Id of the record; empty on pages that show none. */
  id: string;
  /** Kind of the record, on pages that show any kind. */
  kind?: string;
}

const kFixed: ReadonlyMap<string, PageName> = new Map([
  ['', 'home'],
  ['search', 'search'],
  ['topics', 'topics'],
  ['partners', 'partners'],
  ['paths', 'paths'],
  ['compare', 'compare'],
  ['teams', 'teams'],
  ['map', 'map'],
  ['news', 'news-list'],
  ['import', 'import'],
  ['about', 'about'],
  ['sign-in', 'sign-in'],
  ['link', 'link'],
  ['password', 'password'],
  ['password-reset', 'password'], // what mails name
  ['account', 'account'],
  ['review', 'review'],
  ['drafts', 'drafts'],
  ['users', 'users'],
  ['audit', 'audit'],
  ['my-data', 'own-data'],
  ['register', 'register'],
  ['merge', 'merge'],
  ['press', 'press'],
]);

const kRecords: ReadonlyMap<string, PageName> = new Map([
  ['organisations', 'organisation'],
  ['projects', 'project'],
  ['programmes', 'programme'],
  ['calls', 'call'],
  ['topics', 'topic'],
  ['countries', 'country'],
  ['regions', 'region'],
  ['news', 'news'],
  ['press', 'press-item'],
]);

/** Pages behind others that show no record. */
const kBehind: ReadonlyMap<string, PageName> = new Map([
  ['partners/why', 'why'],
  ['partners/notes', 'notes'],
  ['press/learnt', 'press-memory'],
  ['press/feeds', 'press-feeds'],
]);

/** Pages about any record: /records/project/litek/edit. */
const kBehindRecords: ReadonlyMap<string, PageName> = new Map([
  ['edit', 'edit'],
  ['history', 'history'],
  ['visibility', 'visibility'],
  ['related', 'related'],
  ['suggestion', 'suggestion'],
  ['data', 'person-data'],
]);

export function isLanguage(word: string | undefined): word is Language {
  return kLanguages.some((language) => language === word);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The language a path names, or undefined when it names none. */
export function languageOf(path: string): Language | undefined {
  const word = path.split('/')[1];
  return isLanguage(word) ? word : undefined;
}

/** What stands behind the language: "/de/search" gives "/search". */
export function withoutLanguage(path: string): string {
  return languageOf(path) ? path.slice(3) || '/' : path;
}

export function routeOf(path: string): Route {
  const [first = '', second, ...more] = withoutLanguage(path).split('/').filter(Boolean).map(decoded);
  if (first === 'organisations' && second && more.join('/') === 'roles') return { page: 'roles', id: second };
  if (first === 'records' && second) return behindRecord(second, more);
  if (more.length > 0) return { page: 'missing', id: '' };
  const behind = kBehind.get(`${first}/${second}`);
  if (behind) return { page: behind, id: '' };
  const page = second === undefined ? kFixed.get(first) : kRecords.get(first);
  return page ? { page, id: second ?? '' } : { page: 'missing', id: '' };
}

function behindRecord(kind: string, [id = '', page = '', ...more]: readonly string[]): Route {
  if (id === 'new' && !page) return { page: 'new', id: '', kind };
  const found = more.length === 0 ? kBehindRecords.get(page) : undefined;
  return found ? { page: found, id, kind } : { page: 'missing', id: '' };
}

/** Path of a page behind a record: "edit", "history" … */
export function behindPath(kind: string, id: string, page: string): string {
  return `/records/${encodeURIComponent(kind)}/${encodeURIComponent(id)}/${page}`;
}

/** Path of the form for a new record; what is filled in from the start. */
export function newPath(kind: string, filled: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(filled);
  return `/records/${kind}/new${query.size > 0 ? `?${query}` : ''}`;
}

/** Path of a record's page without language; undefined for kinds without a page (agreements, delegations …). */
export function recordPath(kind: string, id: string): string | undefined {
  const folder = [...kRecords].find(([, page]) => page === kind)?.[0];
  return folder ? `/${folder}/${encodeURIComponent(id)}` : undefined;
}

/** Path of the sign-in page, which leads back to where one was. */
export function signInPath(from: string): string {
  const to = /^\/(sign-in|link|password)/.test(from) ? '/' : from;
  return to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`;
}

/** Where to go after signing in: a page of this site, whatever the address says. */
export function returnPath(parameters: URLSearchParams): string {
  const to = parameters.get('to') ?? '/';
  return /^\/[^/\\]/.test(to) ? to : '/';
}
