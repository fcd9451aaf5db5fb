// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { forest, matching, type Topic } from './tree';

const topic = (id: string, parent: string, label = id): Topic => ({
  id,
  parent,
  label,
  kind: 'technology',
  scheme: 'kontor',
  organisations: 0,
  projects: 0,
});

describe('topic tree', () => {
  it('hangs topics under their parents and keeps orphans as roots', () => {
    const trees = forest([topic('laser', 'photonics'), topic('photonics', ''), topic('lost', 'nowhere')]);
    expect(trees.map((tree) => tree.topic.id)).toEqual(['photonics', 'lost']);
    expect(trees[0]?.children.map((tree) => tree.topic.id)).toEqual(['laser']);
  });

  it('finds labels, case and accents aside', () => {
    expect(matching([topic('a', '', 'Energía'), topic('b', '', 'Laser')], 'energia')).toHaveLength(1);
  });
});
