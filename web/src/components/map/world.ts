// SPDX-License-Identifier: EUPL-1.2
// The map's geometry: countries as paths, places as points. Pure apart from the shipped shapes.
import { geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import shapes from '../../generated/world.json';

export const kWidth = 960;
export const kHeight = 470;

/** A window onto the map, in its own units. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export const kWorldView: View = { x: kWidth / 2, y: kHeight / 2, scale: 1 };

export interface CountryShape {
  code: string;
  path: string;
}

const projection: GeoProjection = geoEqualEarth().fitExtent(
  [
    [4, 4],
    [kWidth - 4, kHeight - 4],
  ],
  { type: 'Sphere' },
);

export function countryShapes(): CountryShape[] {
  const world = shapes as unknown as Topology<{ countries: GeometryCollection }>;
  const path = geoPath(projection).digits(2);
  const countries = feature(world, world.objects.countries) as FeatureCollection<Geometry>;
  return countries.features.map((one) => ({ code: String(one.id ?? ''), path: path(one) ?? '' }));
}

export function pointOf(longitude: number, latitude: number): { x: number; y: number } {
  const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
  return { x, y };
}

/** A view that shows all points with some room; the whole world when there are none. */
export function viewOf(points: readonly { x: number; y: number }[]): View {
  if (points.length === 0) return kWorldView;
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(kWidth / (right - left + 12), kHeight / (bottom - top + 12));
  return bounded({ x: (left + right) / 2, y: (top + bottom) / 2, scale });
}

export const kEuropeView: View = viewOf([pointOf(-11, 36), pointOf(34, 36), pointOf(-8, 62), pointOf(32, 66)]);

/** Keeps the view on the map and its scale between the whole world and a city's surroundings. */
export function bounded(view: View): View {
  const scale = Math.min(40, Math.max(1, view.scale));
  const [halfWidth, halfHeight] = [kWidth / 2 / scale, kHeight / 2 / scale];
  return {
    scale,
    x: Math.min(kWidth - halfWidth, Math.max(halfWidth, view.x)),
    y: Math.min(kHeight - halfHeight, Math.max(halfHeight, view.y)),
  };
}

export function viewBox(view: View): string {
  const [width, height] = [kWidth / view.scale, kHeight / view.scale];
  return `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`;
}
