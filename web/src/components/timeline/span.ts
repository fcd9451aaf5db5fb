// SPDX-License-Identifier: EUPL-1.2
// Dates as positions on a line. Pure.

const kMonthsOfYear = 12;

/** Months since year 0; a missing month is the start of the year, or its end when `end` is asked for. */
export function monthsOf(date: string, edge: 'start' | 'end'): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date);
  if (!match) return undefined;
  const month = match[2] ? Number(match[2]) - 1 : edge === 'end' ? kMonthsOfYear - 1 : 0;
  return Number(match[1]) * kMonthsOfYear + month + (edge === 'end' ? 1 : 0);
}

export interface Placed<T> {
  item: T;
  /** Both in percent of the line; undefined when the item has no dates. */
  left: number | undefined;
  width: number;
}

export interface Line<T> {
  items: Placed<T>[];
  years: { year: number; left: number }[];
}

/** Places items with from/to on a common line of whole years. */
export function lineOf<T extends { from: string; to: string }>(list: readonly T[]): Line<T> {
  const starts = list.map((item) => monthsOf(item.from || item.to, 'start'));
  const ends = list.map((item) => monthsOf(item.to || item.from, 'end'));
  const known = [...starts, ...ends].filter((value) => value !== undefined);
  if (known.length === 0) return { items: list.map((item) => ({ item, left: undefined, width: 0 })), years: [] };
  const first = Math.floor(Math.min(...known) / kMonthsOfYear);
  const last = Math.ceil(Math.max(...known) / kMonthsOfYear);
  const whole = (last - first) * kMonthsOfYear;
  const place = (month: number) => (100 * (month - first * kMonthsOfYear)) / whole;
  const items = list.map((item, index) => {
    const [start, end] = [starts[index], ends[index]];
    if (start === undefined || end === undefined) return { item, left: undefined, width: 0 };
    return { item, left: place(start), width: Math.max(1, place(end) - place(start)) };
  });
  const years = Array.from({ length: last - first }, (_, index) => ({
    year: first + index,
    left: place((first + index) * kMonthsOfYear),
  }));
  return { items, years };
}
