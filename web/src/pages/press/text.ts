// SPDX-License-Identifier: EUPL-1.2
// A text cut into pieces to show: where names begin and end, and which sentences run through them. Pure.
// Places are UTF-16 units, as the text's own indices.

export interface Span {
  begin: number;
  /** One past the last. */
  end: number;
}

export interface Mention extends Span {
  entity: string;
}

export interface Sentence extends Span {
  key: string;
}

export interface Piece {
  text: string;
  begin: number;
  /** What the whole piece is a mention of; empty for words between. */
  entity: string;
  /** Keys of the sentences that run through the piece. */
  sentences: readonly string[];
}

export interface Paragraph {
  begin: number;
  pieces: readonly Piece[];
}

/** Places given in bytes of the UTF-8 text, as units of the text; one pass for all. */
export function unitsOf(text: string, bytes: readonly number[]): Map<number, number> {
  const wanted = [...new Set(bytes)].sort((a, b) => a - b);
  const units = new Map<number, number>();
  let [at, unit] = [0, 0];
  for (const place of wanted) {
    while (at < place && unit < text.length) {
      const code = text.codePointAt(unit) ?? 0;
      at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      unit += code < 0x10000 ? 1 : 2;
    }
    units.set(place, unit);
  }
  return units;
}

/** Name of a sentence by its place: claims of one sentence share it. */
export function sentenceKey({ begin, end }: Span): string {
  return `${begin}-${end}`;
}

/** Mentions in order, within the text, none in another: of two that overlap the first, of equal ones the longer. */
export function apart(mentions: readonly Mention[], length: number): Mention[] {
  const sorted = mentions
    .filter(({ begin, end }) => begin >= 0 && begin < end && end <= length)
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
  const kept: Mention[] = [];
  for (const mention of sorted) if (mention.begin >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}

/** Where a text is cut into paragraphs: at empty lines; where it has none, at each new line. */
export function paragraphSpans(text: string): Span[] {
  const gap = /\n[^\S\n]*\n/.test(text.trim()) ? /\s*\n[^\S\n]*\n\s*/g : /\s*\n\s*/g;
  const spans: Span[] = [];
  let begin = 0;
  for (const match of text.matchAll(gap)) {
    if (match.index > begin) spans.push({ begin, end: match.index });
    begin = match.index + match[0].length;
  }
  if (begin < text.trimEnd().length) spans.push({ begin, end: text.trimEnd().length });
  return spans;
}

/** Sentences never cut a name in two: their ends move out of it. */
function aroundNames(sentences: readonly Sentence[], mentions: readonly Mention[]): Sentence[] {
  return sentences.map((sentence) => {
    let { begin, end } = sentence;
    for (const mention of mentions) {
      if (mention.begin < begin && begin < mention.end) begin = mention.begin;
      if (mention.begin < end && end < mention.end) end = mention.end;
    }
    return { ...sentence, begin, end };
  });
}

/** The text as paragraphs of pieces; what lies between paragraphs is left out, what a paragraph's end cuts is shortened. */
export function paragraphsOf(
  text: string,
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
): readonly Paragraph[] {
  const names = apart(mentions, text.length);
  const runs = aroundNames(sentences, names).sort((a, b) => a.begin - b.begin);
  const cuts = [...names, ...runs].flatMap(({ begin, end }) => [begin, end]).sort((a, b) => a - b);
  let [name, run, cut] = [0, 0, 0];
  let open: Sentence[] = [];
  return paragraphSpans(text).map((paragraph) => {
    const pieces: Piece[] = [];
    for (let begin = paragraph.begin; begin < paragraph.end;) {
      while ((cuts[cut] ?? Infinity) <= begin) cut += 1;
      while ((names[name]?.end ?? Infinity) <= begin) name += 1;
      while ((runs[run]?.begin ?? Infinity) <= begin) open.push(runs[run++] as Sentence);
      open = open.filter((sentence) => sentence.end > begin);
      const end = Math.min(paragraph.end, cuts[cut] ?? Infinity);
      const mention = names[name];
      const entity = mention && mention.begin <= begin ? mention.entity : '';
      const keys = [...new Set(open.map(({ key }) => key))];
      pieces.push({ text: text.slice(begin, end), begin, entity, sentences: keys });
      begin = end;
    }
    return { begin: paragraph.begin, pieces };
  });
}

/** A passage of the text as one line. */
export function passage(text: string, { begin, end }: Span): string {
  return text.slice(begin, end).replace(/\s+/g, ' ').trim();
}

/** Where words stand in the text, from a place on, else from its beginning; white space counts as any other. */
export function placeOf(text: string, words: string, from = 0): Span | undefined {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return undefined;
  const sought = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'g');
  sought.lastIndex = from;
  const found = sought.exec(text) ?? (from > 0 ? sought.exec(text) : null);
  return found ? { begin: found.index, end: found.index + found[0].length } : undefined;
}
