// SPDX-License-Identifier: EUPL-1.2
// Time zones (IANA) that one can choose, those of a country first. Pure.
import type { Choice } from './codes';

/** Of countries with several zones, the one in which most people live, where it does not come first by name. */
const kMain: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Gaza',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/** What newer browsers tell of a country. */
interface Region {
  getTimeZones?: () => string[] | undefined;
  timeZones?: string[];
}

function zonesOf(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const region = new Intl.Locale(`und-${country}`) as Region;
  const main = kMain[country];
  const all = region.getTimeZones?.() ?? region.timeZones ?? [];
  return main ? [main, ...all.filter((zone) => zone !== main)] : all;
}

/** The zone that a place in this country most likely has; empty when nobody can say. */
export function zoneOf(country: string): string {
  return zonesOf(country)[0] ?? '';
}

/** What people read: "Europe/Isle of Man". */
export function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** Those of the country, then all the others by name; the one chosen is always among them. */
export function zoneChoices(country: string, chosen: string): Choice[] {
  const own = zonesOf(country);
  const codes = new Set([...own, ...Intl.supportedValuesOf('timeZone')]);
  if (chosen) codes.add(chosen);
  return [...codes].map((code) => ({ code, name: zoneName(code) }));
}

/** A group after its country was chosen: the zone goes along, unless somebody has chosen another one. */
export function withZone<T extends Readonly<Record<string, unknown>>>(before: T, next: T): T {
  const [from, to] = [before['country'], next['country']].map((code) => (typeof code === 'string' ? code : ''));
  const zone = next['zone'];
  const isOwn = typeof zone === 'string' && zone !== '' && zone !== zoneOf(from ?? '');
  if (from === to || isOwn) return next;
  return { ...next, zone: zoneOf(to ?? '') || undefined };
}
