// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { apart, paragraphSpans, paragraphsOf, passage, unitsOf, placeOf } from './text';

const said = (text: string, begin: number, end: number) => text.slice(begin, end);

describe('places in bytes', () => {
  it('become places in the text, also behind umlauts and emoji', () => {
    const text = 'Für 🚢 Kähne';
    const encoded = new TextEncoder().encode(text);
    const units = unitsOf(text, [0, encoded.length, 5, 9, 10]);
    expect(units.get(0)).toBe(0);
    expect(said(text, units.get(5) ?? 0, units.get(9) ?? 0)).toBe('🚢');
    expect(said(text, units.get(10) ?? 0, units.get(encoded.length) ?? 0)).toBe('Kähne');
  });

  it('behind the end are the end', () => {
    expect(unitsOf('ab', [99]).get(99)).toBe(2);
  });
});

describe('mentions', () => {
  it('that overlap or lie outside are left out', () => {
    const kept = apart(
      [
        { begin: 5, end: 9, entity: 'inner' },
        { begin: 4, end: 12, entity: 'outer' },
        { begin: 11, end: 14, entity: 'crossing' },
        { begin: 90, end: 95, entity: 'outside' },
        { begin: 3, end: 3, entity: 'empty' },
      ],
      20,
    );
    expect(kept.map(({ entity }) => entity)).toEqual(['outer']);
  });
});

describe('paragraphs', () => {
  it('are parted by empty lines, else by new lines', () => {
    const parts = (text: string) => paragraphSpans(text).map(({ begin, end }) => said(text, begin, end));
    expect(parts('Eins\nzwei\n \nDrei\n')).toEqual(['Eins\nzwei', 'Drei']);
    expect(parts('Eins\nzwei\n')).toEqual(['Eins', 'zwei']);
    expect(parts('\n\n')).toEqual([]);
  });

  it('hold every letter once, with names and sentences where they belong', () => {
    const text = 'Der Hafen e.V. wächst. Er baut Kai 7.\n\nAuch Kai 7 wächst.';
    const name = { begin: 4, end: 14, entity: 'hafen' };
    const first = { key: 'a', begin: 0, end: 12 }; // ends within the name
    const both = { key: 'b', begin: 0, end: 37 };
    const paragraphs = paragraphsOf(text, [name], [both, first]);
    const whole = paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join(''));
    expect(whole).toEqual(['Der Hafen e.V. wächst. Er baut Kai 7.', 'Auch Kai 7 wächst.']);
    const marked = paragraphs[0]?.pieces.filter((piece) => piece.entity);
    expect(marked).toEqual([{ text: 'Hafen e.V.', begin: 4, entity: 'hafen', sentences: ['b', 'a'] }]);
    expect(paragraphs[0]?.pieces.at(-1)?.sentences).toEqual(['b']);
    expect(paragraphs[1]?.pieces[0]?.sentences).toEqual([]);
  });

  it('shorten what a paragraph cuts', () => {
    const paragraphs = paragraphsOf('Eins\n\nZwei', [], [{ key: 'x', begin: 0, end: 10 }]);
    expect(paragraphs.map(({ pieces }) => pieces[0])).toMatchObject([
      { text: 'Eins', sentences: ['x'] },
      { text: 'Zwei', sentences: ['x'] },
    ]);
  });
});

it('a passage is one line', () => {
  expect(passage('Das\n  ist   so. ', { begin: 0, end: 16 })).toBe('Das ist so.');
});

it('words are found from a place on, however they are spaced', () => {
  const text = 'Kai (a.b)\nund  Kai (a.b)';
  expect(placeOf(text, ' Kai  (a.b) ')).toEqual({ begin: 0, end: 9 });
  expect(placeOf(text, 'Kai (a.b)', 3)).toEqual({ begin: 15, end: 24 });
  expect(placeOf(text, 'und', 20)).toEqual({ begin: 10, end: 13 });
  expect(placeOf(text, 'aXb')).toBeUndefined();
  expect(placeOf(text, '  ')).toBeUndefined();
});
