// SPDX-License-Identifier: EUPL-1.2
// The page on which a record is seen that may have none of its own. Pure.
import { recordPath } from './paths';

/** Path of the page on which a record is seen: its own, else that of the record it belongs to. */
export function homeOf(kind: string, id: string, content: Readonly<Record<string, unknown>>): string {
  const word = (name: string): string => (typeof content[name] === 'string' ? content[name] : '');
  const own = id ? recordPath(kind, id) : undefined;
  if (own) return own;
  const holder = { membership: 'cluster', participation: 'project', person: 'organisation' }[kind] ?? '';
  const path = word(holder) && recordPath(holder === 'project' ? 'project' : 'organisation', word(holder));
  if (path) return path;
  const parties = content['parties'] ?? content['organisers'];
  const party: unknown = Array.isArray(parties) ? parties[0] : undefined;
  return (typeof party === 'string' && recordPath('organisation', party)) || '/';
}
