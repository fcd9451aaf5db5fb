// SPDX-License-Identifier: EUPL-1.2
// What to call a draft in a list: the first name or title that it has. Pure.
export function nameIn(content: Readonly<Record<string, unknown>>): string {
  const word = (value: unknown): string => (typeof value === 'string' ? value : '');
  for (const field of ['acronym', 'name', 'names', 'titles']) {
    const value = content[field];
    const first: unknown = Array.isArray(value) ? (value as unknown[])[0] : undefined;
    const text = word(value) || (first && typeof first === 'object' && 'text' in first ? word(first.text) : '');
    if (text) return text;
  }
  return '';
}
