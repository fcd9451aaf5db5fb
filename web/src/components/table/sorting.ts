// SPDX-License-Identifier: EUPL-1.2
// Sorting of table rows by one column. Pure; equal rows keep their order.

export interface Order {
  column: string;
  descending: boolean;
}

export function sorted<T extends object>(rows: readonly T[], order: Order, language: string): T[] {
  const sign = order.descending ? -1 : 1;
  const value = (row: T) => (row as Readonly<Record<string, unknown>>)[order.column];
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left ?? '').localeCompare(String(right ?? ''), language);
  });
}

/** A click on a column: sorts by it, a second click turns the order round. Numbers start with the largest. */
export function clicked(order: Order, column: string, numeric: boolean): Order {
  if (order.column === column) return { column, descending: !order.descending };
  return { column, descending: numeric };
}
