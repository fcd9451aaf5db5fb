// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';

vi.mock('../lib/i18n.svelte', () => ({ language: () => 'de', t: (key: string) => key }));

const { isFault, post, problemOf, send, useFormToken } = await import('./client');

interface Call {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Answers in turn, and remembers what was asked. */
function serverThat(...answers: readonly (readonly [number, unknown])[]): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', (url: string, asked: RequestInit = {}) => {
    const { method = 'GET', headers, body } = asked;
    calls.push({ url, method, headers: headers as Record<string, string>, body });
    const [status, content] = answers[calls.length - 1] ?? [500, undefined];
    const text = content === undefined ? null : JSON.stringify(content);
    return Promise.resolve(new Response(text, { status }));
  });
  return calls;
}

const refusal = (code: string, status: number) => ({
  type: 'about:blank',
  title: code,
  status,
  detail: '',
  faults: [{ code, text: code, file: '', line: 0, column: 0, field: '' }],
});

afterEach(() => {
  vi.unstubAllGlobals();
  useFormToken(undefined);
});

describe('writes', () => {
  it('ask for the form token when it is not known, and send it', async () => {
    const calls = serverThat([200, { form_token: 'f1' }], [204, undefined]);
    expect(await send('delete', '/tokens/{id}', { id: 'a/b' })).toBeUndefined();
    expect(calls.map((call) => `${call.method} ${call.url}`)).toEqual([
      'GET /api/v1/session',
      'DELETE /api/v1/tokens/a%2Fb',
    ]);
    expect(calls[1]?.headers['X-Kontor-Form']).toBe('f1');
    expect(calls[1]?.headers['Content-Type']).toBeUndefined();
  });

  it('send forms as JSON and files as they are', async () => {
    useFormToken('f2');
    const calls = serverThat([200, {}], [200, {}]);
    await send('patch', '/account', { lang: 'de' }, { name: 'Ada' });
    const file = new Blob(['a;b']);
    await post('/imports/organisations', { filename: 'a.csv' }, file);
    expect(calls[0]).toMatchObject({ method: 'PATCH', body: '{"name":"Ada"}' });
    expect(calls[0]?.headers['Content-Type']).toBe('application/json');
    expect(calls[1]?.body).toBe(file);
    expect(calls[1]?.headers['X-Kontor-Form']).toBe('f2');
  });

  it('without a session send no token', async () => {
    useFormToken('');
    const calls = serverThat([200, {}]);
    await send('post', '/session', {}, { email: 'a@example.org', password: 'x' });
    expect(calls[0]?.headers['X-Kontor-Form']).toBeUndefined();
  });

  it('are repeated once when the token has gone stale', async () => {
    useFormToken('old');
    const calls = serverThat([403, refusal('form-token-invalid', 403)], [200, { form_token: 'new' }], [204, undefined]);
    await send('delete', '/session', {});
    expect(calls).toHaveLength(3);
    expect(calls[2]?.headers['X-Kontor-Form']).toBe('new');
  });

  it('are not repeated for any other refusal', async () => {
    useFormToken('f3');
    const calls = serverThat([401, refusal('sign-in-required', 401)]);
    const problem = await send('delete', '/sessions', {}).catch(problemOf);
    expect(calls).toHaveLength(1);
    expect(problem && isFault(problem, 'sign-in-required')).toBe(true);
  });
});
