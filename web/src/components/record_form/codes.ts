// SPDX-License-Identifier: EUPL-1.2
// Countries (ISO 3166-1 alpha-2) and languages (ISO 639-1) that one can choose, by name. Pure.
import { countryName, languageName } from '../../lib/format';
import type { Language } from '../../lib/paths';

export const kCountries = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
  'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH ' +
  'KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW ' +
  'MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
  'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY ' +
  'UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

const kLanguageCodes = (
  'ar bg bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy is it ja ka ko lb lt lv mk mt nb nl nn no pl pt ro ' +
  'ru sk sl sq sr sv tr uk ur vi zh'
).split(' ');

export interface Choice {
  code: string;
  name: string;
}

function byName(codes: readonly string[], name: (code: string) => string, language: Language): Choice[] {
  const order = new Intl.Collator(language);
  return codes.map((code) => ({ code, name: name(code) })).sort((a, b) => order.compare(a.name, b.name));
}

/** With a code that the list lacks but the record has. */
function having(codes: readonly string[], code: string): readonly string[] {
  return code && !codes.includes(code) ? [...codes, code] : codes;
}

export function countryChoices(language: Language, chosen = ''): Choice[] {
  return byName(having(kCountries, chosen), (code) => countryName(code, language), language);
}

export function languageChoices(language: Language, chosen = ''): Choice[] {
  return byName(having(kLanguageCodes, chosen), (code) => languageName(code, language) || code, language);
}
