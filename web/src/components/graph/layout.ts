// SPDX-License-Identifier: EUPL-1.2
// Where the nodes of a cooperation graph stand. Deterministic: no clock, no chance.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceRadial,
  forceSimulation,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Schemas } from '../../api/client';

export type GraphNode = Schemas['Graph']['nodes'][number];
export type GraphLink = Schemas['Graph']['links'][number];

export interface PlacedNode extends SimulationNodeDatum {
  node: GraphNode;
  x: number;
  y: number;
}

const kRingRadius = 210;
const kTicks = 240;

export function placed(graph: Schemas['Graph']): PlacedNode[] {
  const nodes: PlacedNode[] = graph.nodes.map((node, index) => {
    const angle = (2 * Math.PI * index) / Math.max(1, graph.nodes.length - 1);
    const radius = node.ring * kRingRadius;
    return { node, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const centre = nodes.find((one) => one.node.id === graph.centre);
  if (centre) [centre.fx, centre.fy] = [0, 0];
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  const links = graph.links.flatMap((link) => {
    const [source, target] = [byId.get(link.from), byId.get(link.to)];
    return source && target ? [{ source, target }] : [];
  });
  forceSimulation(nodes)
    .force('links', forceLink(links).distance(110).strength(0.12))
    .force('apart', forceManyBody().strength(-260))
    .force('rings', forceRadial<PlacedNode>((one) => one.node.ring * kRingRadius, 0, 0).strength(0.7))
    .force('room', forceCollide(30))
    .stop()
    .tick(kTicks);
  return nodes;
}

const kLetterWidth = 7.4;
const kLabelHeight = 16;
/** Where a name may stand: below its circle or above it. */
const kLabelPlaces = [24, -15] as const;
const kCentrePlace = 33;

interface Box {
  left: number;
  right: number;
  y: number;
}

const overlap = (a: Box, b: Box) => Math.abs(a.y - b.y) < kLabelHeight && a.left < b.right && b.left < a.right;

/**
 * Names that can be read without covering each other or a circle, with their distance from the circle's middle; the
 * centre's always, then clusters, then the rest.
 */
export function labelled(nodes: readonly PlacedNode[], centre: string): Map<string, number> {
  const rank = (one: PlacedNode) => (one.node.id === centre ? 0 : one.node.kind === 'cluster' ? 1 : 1 + one.node.ring);
  const taken: Box[] = nodes.map(({ x, y }) => ({ left: x - 8, right: x + 8, y }));
  const places = new Map<string, number>();
  for (const one of [...nodes].sort((a, b) => rank(a) - rank(b))) {
    const half = (shortName(one.node.name).length * kLetterWidth) / 2;
    const boxAt = (dy: number): Box => ({ left: one.x - half, right: one.x + half, y: one.y + dy - 4 });
    const free = kLabelPlaces.find((dy) => !taken.some((box) => box.y !== one.y && overlap(box, boxAt(dy))));
    const dy = one.node.id === centre ? kCentrePlace : free;
    if (dy === undefined) continue;
    taken.push(boxAt(dy));
    places.set(one.node.id, dy);
  }
  return places;
}

const kNameLength = 24;

export function shortName(name: string): string {
  return name.length > kNameLength ? `${name.slice(0, kNameLength - 2).trimEnd()}…` : name;
}

/** The smallest window that shows every node, with room for names. */
export function frame(nodes: readonly PlacedNode[]): string {
  const xs = nodes.map((one) => one.x);
  const ys = nodes.map((one) => one.y);
  const [left, top] = [Math.min(...xs) - 90, Math.min(...ys) - 40];
  return [left, top, Math.max(...xs) + 90 - left, Math.max(...ys) + 50 - top].map(Math.round).join(' ');
}

/** The nearest node in the direction of an arrow key. */
export function neighbour(nodes: readonly PlacedNode[], from: PlacedNode, dx: number, dy: number): PlacedNode {
  let best = from;
  let least = Infinity;
  for (const other of nodes) {
    const [x, y] = [other.x - from.x, other.y - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (other === from || along <= 0 || aside > 2 * along) continue;
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [other, distance];
  }
  return best;
}
