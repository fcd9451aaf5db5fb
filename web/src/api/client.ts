// SPDX-License-Identifier: EUPL-1.2
// Calls of the API, typed by the contract. Every failure ends as a problem with sentences that can be shown.
import { language, t } from '../lib/i18n.svelte';
import type { components, paths } from './generated';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

type Values<T> = [T] extends [never] ? object : T extends object ? T : object;
type Parts<Operation> = Operation extends { parameters: { path?: infer Path; query?: infer Query } }
  ? Values<Exclude<Path, undefined>> & Values<Exclude<Query, undefined>>
  : object;
type Json<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : never;
type Form<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
  ? Body
  : undefined;
type Writing = 'post' | 'put' | 'patch' | 'delete';
type PathsWith<Method extends 'get' | Writing> = {
  [P in keyof paths]: paths[P][Method] extends { responses: unknown } ? P : never;
}[keyof paths];
export type GetPath = PathsWith<'get'>;
type PostPath = PathsWith<'post'>;
type Value = string | number | boolean | readonly (string | number)[] | undefined;

const kBase = '/api/v1';

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** The address of an operation; parameters that the path does not name become the query. Empty ones are left out. */
export function address(path: string, parameters: object): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(parameters) as [string, Value][]) {
    if (filled.includes(`{${name}}`)) {
      filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
      continue;
    }
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text) query.set(name, text);
  }
  return kBase + filled + (query.size > 0 ? `?${query}` : '');
}

export async function get<P extends GetPath>(
  path: P,
  parameters: Parts<paths[P]['get']>,
  signal?: AbortSignal,
): Promise<Json<paths[P]['get']>> {
  return answer(fetch(address(path, parameters), { headers: headers(), signal: signal ?? null }));
}

/** The address of a file to download, such as a CSV. */
export function download<P extends GetPath>(path: P, parameters: Parts<paths[P]['get']>): string {
  return address(path, parameters);
}

/** Uploads a file. */
export async function post<P extends PostPath>(
  path: P,
  parameters: Parts<paths[P]['post']>,
  body: Blob,
  signal?: AbortSignal,
): Promise<Json<paths[P]['post']>> {
  return written('POST', address(path, parameters), { type: 'application/octet-stream', body }, signal);
}

/** Sends a form as JSON; an answer without content is undefined. `version`: the one that a change began from. */
export async function send<M extends Writing, P extends PathsWith<M>>(
  method: M,
  path: P,
  parameters: Parts<paths[P][M]>,
  form?: Form<paths[P][M]>,
  version?: number,
): Promise<Json<paths[P][M]>> {
  const body = form === undefined ? undefined : JSON.stringify(form);
  return written(method.toUpperCase(), address(path, parameters), { type: 'application/json', body, version });
}

let formToken: string | undefined;

/** The token of the session that every write needs; undefined: to be asked for before the next one. */
export function useFormToken(token: string | undefined): void {
  formToken = token;
}

interface Content {
  type: string;
  body: Blob | string | undefined;
  version?: number | undefined;
}

/** A token may have gone stale since the page was opened: then the write is repeated once with a fresh one. */
async function written<T>(method: string, url: string, content: Content, signal?: AbortSignal): Promise<T> {
  const known = formToken;
  try {
    return await once<T>(method, url, content, signal);
  } catch (error) {
    const stale = known !== undefined && isFault(problemOf(error), 'form-token-invalid');
    if (!stale) throw error;
    formToken = undefined;
    return once(method, url, content, signal);
  }
}

async function once<T>(method: string, url: string, content: Content, signal?: AbortSignal): Promise<T> {
  formToken ??= (await get('/session', {}, signal)).form_token;
  const sent = headers();
  if (formToken) sent['X-Kontor-Form'] = formToken;
  if (content.body !== undefined) sent['Content-Type'] = content.type;
  if (content.version !== undefined) sent['If-Match'] = `"${content.version}"`;
  return answer(fetch(url, { method, headers: sent, body: content.body ?? null, signal: signal ?? null }));
}

function headers(): Record<string, string> {
  return { Accept: 'application/json', 'Accept-Language': language() };
}

async function answer<T>(request: Promise<Response>): Promise<T> {
  const response = await request;
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  if (body && typeof body === 'object' && 'faults' in body) throw new Refused(body as Problem);
  throw new Refused(unexplained(response.status));
}

function unexplained(status: number): Problem {
  return { type: 'about:blank', title: t('problem.unexplained'), status, detail: '', faults: [] };
}

/** The problem behind whatever was thrown; a lost connection has a sentence of its own. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  return { type: 'about:blank', title: t('problem.unreachable'), status: 0, detail: '', faults: [] };
}

/** Whether a problem names a fault of this code, such as "sign-in-required". */
export function isFault(problem: Problem, code: string): boolean {
  return problem.faults.some((fault) => fault.code === code);
}
