// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { frame, labelled, neighbour, placed } from './layout';

const node = (id: string, ring: number, kind = 'company') => ({ id, name: `Name of ${id}`, kind, country: 'DE', ring });
const link = (from: string, to: string) => ({
  from,
  to,
  type: 'project' as const,
  weight: 1,
  latest_year: 2018,
  label: '',
});
const graph = {
  centre: 'a',
  nodes: [node('a', 0, 'cluster'), node('b', 1), node('c', 1), node('d', 1), node('e', 2)],
  links: [link('a', 'b'), link('a', 'c'), link('a', 'd'), link('b', 'e')],
};

describe('graph layout', () => {
  it('is the same every time', () => {
    expect(placed(graph).map(({ x, y }) => [x, y])).toEqual(placed(graph).map(({ x, y }) => [x, y]));
  });

  it('keeps the centre in the middle and everything in the frame', () => {
    const nodes = placed(graph);
    expect(nodes[0]).toMatchObject({ x: 0, y: 0 });
    const [left = 0, top = 0, width = 0, height = 0] = frame(nodes).split(' ').map(Number);
    for (const { x, y } of nodes) {
      expect(x > left && x < left + width && y > top && y < top + height).toBe(true);
    }
  });

  it('always names the centre, and never two nodes in one place', () => {
    const nodes = placed(graph).map((one) => ({ ...one, x: 0, y: 0 }));
    expect([...labelled(nodes, 'a').keys()]).toContain('a');
    expect(labelled(nodes, 'a').size).toBeLessThan(nodes.length);
  });

  it('finds the next node in a direction, or stays', () => {
    const nodes = placed(graph);
    const [a] = nodes;
    if (!a) throw new Error('no node');
    const right = neighbour(nodes, a, 1, 0);
    expect(right.x).toBeGreaterThanOrEqual(a.x);
    const far = nodes.reduce((most, one) => (one.x > most.x ? one : most));
    expect(neighbour(nodes, far, 1, 0)).toBe(far);
  });
});
