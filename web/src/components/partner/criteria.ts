// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../../api/client';
import { listOf, textOf } from '../../lib/criteria';
import type { Language } from '../../lib/paths';

export const kParts = ['topic_fit', 'complementarity', 'warm_path', 'track_record', 'place', 'freshness'] as const;
export type Part = (typeof kParts)[number];

export const kOrganisationKinds: readonly Schemas['OrganisationKind'][] = [
  'cluster',
  'company',
  'university',
  'research_institute',
  'clinic',
  'end_user',
  'public_body',
  'association',
  'other',
];

export const kPresets = ['usual', 'known', 'complementary', 'end_users', 'newcomers'] as const;
export type Preset = (typeof kPresets)[number];
export const kSpreads = ['none', 'countries', 'kinds', 'both'] as const;
export type Spread = (typeof kSpreads)[number];

/** How many candidates can be laid side by side. */
export const kMostCompared = 6;

function oneOf<T extends string>(parameters: URLSearchParams, name: string, values: readonly T[]): T | undefined {
  return values.find((value) => value === parameters.get(name));
}

/** What the partner list is asked, read from the address. */
export function partnerCriteria(parameters: URLSearchParams, lang: Language) {
  return {
    for: textOf(parameters, 'for'),
    need: textOf(parameters, 'need'),
    country: listOf(parameters, 'country'),
    organisation_kind: listOf(parameters, 'organisation_kind') as Schemas['OrganisationKind'][],
    topic: listOf(parameters, 'topic'),
    exclude: listOf(parameters, 'exclude'),
    existing: oneOf(parameters, 'existing', ['hide']),
    asked: oneOf(parameters, 'asked', ['hide']),
    preset: oneOf(parameters, 'preset', kPresets),
    weights: textOf(parameters, 'weights'),
    spread: oneOf(parameters, 'spread', kSpreads),
    lang,
  };
}

export type PartnerCriteria = ReturnType<typeof partnerCriteria>;

/** Whether the person has narrowed the list, so that "before the filters" means something to them. */
export function isFiltered(criteria: PartnerCriteria): boolean {
  const { country, organisation_kind, topic, exclude, existing, asked } = criteria;
  return [country, organisation_kind, topic, exclude].some((list) => list.length > 0) || Boolean(existing ?? asked);
}

/** Weights as in the address, "topic_fit:3,warm_path:1"; parts that are not named keep undefined. */
export function weightsOf(text: string): Partial<Record<Part, number>> {
  const weights: Partial<Record<Part, number>> = {};
  for (const pair of text.split(',')) {
    const [name, value] = pair.split(':');
    const part = kParts.find((one) => one === name);
    const number = Number(value);
    if (part && value !== undefined && number >= 0 && number <= 10) weights[part] = number;
  }
  return weights;
}

export function weightsText(weights: Partial<Record<Part, number>>): string {
  return kParts.flatMap((part) => (weights[part] === undefined ? [] : [`${part}:${weights[part]}`])).join(',');
}

type Weights = readonly { readonly part: Part; readonly weight: number }[];

/** The weights with one changed, as the address writes them; one that is as the preset has it needs no mention. */
export function weightChanged(text: string, preset: Weights, part: Part, weight: number): string {
  const { [part]: _, ...others } = weightsOf(text);
  const usual = preset.find((one) => one.part === part)?.weight;
  return weightsText(weight === usual ? others : { ...others, [part]: weight });
}

/** What one has chosen, each as it stands in the address: "country" "FR". Weights are one choice. */
export function choicesOf(criteria: PartnerCriteria): { name: string; value: string }[] {
  const { country, organisation_kind, topic, exclude, existing, asked, preset, weights, spread } = criteria;
  const lists = { country, organisation_kind, topic, exclude };
  const single = {
    preset: preset === 'usual' ? '' : preset,
    weights: weightsText(weightsOf(weights)) && weights,
    spread: spread === 'none' ? '' : spread,
    existing,
    asked,
  };
  return [
    ...Object.entries(single).flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    ...Object.entries(lists).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
  ];
}
