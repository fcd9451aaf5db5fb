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
type PathsWith<Method extends 'get' | 'post'> = {
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

export async function post<P extends PostPath>(
  path: P,
  parameters: Parts<paths[P]['post']>,
  body: Blob,
  signal?: AbortSignal,
): Promise<Json<paths[P]['post']>> {
  const { form_token } = await get('/session', {}, signal);
  const sent = { ...headers(), 'Content-Type': 'application/octet-stream', 'X-Kontor-Form': form_token };
  return answer(fetch(address(path, parameters), { method: 'POST', headers: sent, body, signal: signal ?? null }));
}

function headers(): Record<string, string> {
  return { Accept: 'application/json', 'Accept-Language': language() };
}

async function answer<T>(request: Promise<Response>): Promise<T> {
  const response = await request;
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
