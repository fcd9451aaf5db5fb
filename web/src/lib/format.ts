// SPDX-License-Identifier: EUPL-1.2
// Numbers, money, dates and country names in the reader's language. Pure.
import type { Language } from './paths';

const kLocales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(kLocales[language], { maximumFractionDigits: digits }).format(value);
}

/** As many digits as say something: 0.37, 0.0042. */
export function formatSignificant(value: number, language: Language, digits = 2): string {
  return new Intl.NumberFormat(kLocales[language], { maximumSignificantDigits: digits }).format(value);
}

/** With its sign, for what is added or taken away. */
export function formatSigned(value: number, language: Language, digits = 2): string {
  const style: Intl.NumberFormatOptions = {
    signDisplay: 'exceptZero',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  };
  return new Intl.NumberFormat(kLocales[language], style).format(value).replace('-', '−');
}

export function formatMoney(value: number, currency: string, language: Language): string {
  if (!/^[A-Z]{3}$/.test(currency)) return formatNumber(value, language, 2);
  const digits = value % 1 === 0 ? 0 : 2;
  return new Intl.NumberFormat(kLocales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A date as exact as it is given: year, month or day. What is no date comes back unchanged. */
export function formatDate(date: string, language: Language): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (!match) return date;
  const [, year = '', month, day] = match;
  if (!month) return year;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const style: Intl.DateTimeFormatOptions = { year: 'numeric', month: day ? 'short' : 'long', timeZone: 'UTC' };
  if (day) style.day = 'numeric';
  return new Intl.DateTimeFormat(kLocales[language], style).format(moment);
}

const kOpenEnds: Readonly<Record<Language, { from: string; to: string }>> = {
  de: { from: 'seit', to: 'bis' },
  en: { from: 'since', to: 'until' },
};

/** "Jan 2016 – Jun 2019"; with one end only "since 2016" or "until 2019". */
export function formatSpan(from: string, to: string, language: Language): string {
  const [start, end] = [formatDate(from, language), formatDate(to, language)];
  if (!end) return start ? `${kOpenEnds[language].from} ${start}` : '';
  if (!start) return `${kOpenEnds[language].to} ${end}`;
  return start === end ? start : `${start} – ${end}`;
}

export function formatMoment(moment: string, language: Language): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(kLocales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([kLocales[language]], { type: 'region' }).of(code) ?? code;
}

export function languageName(code: string, language: Language): string {
  if (!/^[a-z]{2,3}$/.test(code) || code === 'und') return '';
  return new Intl.DisplayNames([kLocales[language]], { type: 'language' }).of(code) ?? code;
}

/** A stated value with its unit: money, months, plain counts. Text that is no number stays text. */
export function formatStated(value: string, unit: string, language: Language): string {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return formatDate(value, language);
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(number, unit, language);
  return /^\d{4}$/.test(value) && unit === '' ? value : formatNumber(number, language, 2);
}

/** A web address as one would say it: without scheme, "www." and closing slash. */
export function spokenAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
