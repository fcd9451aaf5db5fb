// SPDX-License-Identifier: EUPL-1.2
// Criteria of a search or a partner list as they stand in the address. Pure: the address is the only state.

export type Criteria = Readonly<Record<string, readonly string[]>>;

export const kSearchFilters = ['kind', 'organisation_kind', 'country', 'topic', 'programme'] as const;
export const kPartnerFilters = ['country', 'organisation_kind', 'topic', 'exclude'] as const;

/** Values of a list parameter: repeated or separated by commas, each once. */
export function listOf(parameters: URLSearchParams, name: string): string[] {
  const values = parameters.getAll(name).flatMap((value) => value.split(','));
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))];
}

export function textOf(parameters: URLSearchParams, name: string): string {
  return parameters.get(name)?.trim() ?? '';
}

export function yearOf(parameters: URLSearchParams, name: string): number | undefined {
  const year = Number(parameters.get(name));
  return Number.isInteger(year) && year >= 1900 && year <= 2999 ? year : undefined;
}

/** A copy with one parameter set; an empty value takes it out. */
export function withValue(
  parameters: URLSearchParams,
  name: string,
  value: string | readonly string[],
): URLSearchParams {
  const copy = new URLSearchParams(parameters);
  const text = typeof value === 'string' ? value : value.join(',');
  if (text) copy.set(name, text);
  else copy.delete(name);
  return copy;
}

/** A copy with one value of a list put in or taken out. */
export function toggled(parameters: URLSearchParams, name: string, value: string): URLSearchParams {
  const values = listOf(parameters, name);
  const rest = values.filter((other) => other !== value);
  return withValue(parameters, name, rest.length === values.length ? [...values, value] : rest);
}

/** "?a=1,2", commas readable, or nothing at all. */
export function queryOf(parameters: URLSearchParams): string {
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `?${text}` : '';
}
