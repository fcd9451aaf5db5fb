// SPDX-License-Identifier: EUPL-1.2
// The forms ask for nothing that records do not have, with the words that records know.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import german from '../../i18n/de.json';
import type { Field } from './fields';
import { kForms } from './shape';

const document = readFileSync(new URL('../../../../docs/records.md', import.meta.url), 'utf8');
const rows = new Map(
  document
    .split('\n')
    .map((line) => /^\| (?:— )?(\w+) \| (.+) \|$/.exec(line))
    .filter((found) => found !== null)
    .map(([, kind = '', text = '']) => [kind, text] as const),
);
const catalogue: Readonly<Record<string, unknown>> = german;

function all(fields: readonly Field[], scope: string): [string, Field][] {
  return fields.flatMap((field) => [
    [scope, field] as [string, Field],
    ...('fields' in field ? all(field.fields, field.name) : []),
  ]);
}

for (const [kind, parts = []] of Object.entries(kForms)) {
  const fields = all(
    parts.flatMap((part) => part.fields),
    kind,
  );
  describe(`the form of a ${kind}`, () => {
    it('asks for fields of the record', () => {
      const text = [kind, 'kind', 'need', 'cluster'].map((one) => rows.get(one) ?? '').join(' ') + document;
      for (const part of parts) {
        for (const field of part.fields) expect(rows.get(kind), field.name).toMatch(new RegExp(`\\b${field.name}\\b`));
      }
      for (const [, field] of fields) expect(text).toContain(field.name);
    });

    it('offers codes that there are, with names', () => {
      for (const [, field] of fields) {
        if (field.type !== 'code') continue;
        for (const code of field.codes) {
          expect(catalogue[`${field.list}.${code}`], `${field.list}.${code}`).toBeTypeOf('string');
          expect(document, code).toContain(code);
        }
      }
    });

    it('has a label for each field and a title for each part', () => {
      for (const [scope, { name }] of fields) {
        expect(catalogue[`field.${scope}.${name}`] ?? catalogue[`field.${name}`], `${scope}.${name}`).toBeTypeOf(
          'string',
        );
      }
      for (const { name } of parts) {
        expect(catalogue[`chapter.${kind}.${name}`] ?? catalogue[`chapter.${name}`], name).toBeTypeOf('string');
      }
    });
  });
}
