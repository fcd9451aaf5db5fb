// SPDX-License-Identifier: EUPL-1.2
// What the form of a word and the words beside it tell of it as a name: that it is a place, a project, no
// name at all. Pure; constant time.
#pragma once

#include <optional>
#include <string_view>

#include "press/name_runs.hpp"
#include "press/reading.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// Endings that German nouns have and names have not.
[[nodiscard]] bool has_noun_ending(std::string_view key);

/// "Musterstadt-based", "EU-funded".
[[nodiscard]] bool is_english_compound(std::string_view key);

/// "Muster4Health", "CIRC2Food": how projects are called.
[[nodiscard]] bool is_project_acronym(std::string_view word);

/// "Anders als bei X ist die Firma …": what follows the verb is another one.
[[nodiscard]] bool is_aside(const View& view, std::uint32_t first, std::uint32_t end);

/// "a feasibility study, X, had shown": the noun before the comma tells.
[[nodiscard]] std::optional<EntityKind> apposed_to(const View& view, std::uint32_t first, std::uint32_t end);

/// "Ministry of Economic Affairs, Labour and Transport", "Ministerium für Wirtschaft, Energie und Technik":
/// where the fields of the ministry at tokens [first, end) end; `end` when no more follow.
[[nodiscard]] std::uint32_t end_of_fields(const View& view, std::uint32_t first, std::uint32_t end);

/// Outside German a name in running text keeps its capitals to the end: "Muster Maritime Blue".
[[nodiscard]] bool keeps_capitals(const View& view, std::uint32_t i);

/// "… Summit", "… Day": an English noun of events, which German texts have in names alone.
[[nodiscard]] bool is_english_occasion(const View& view, std::uint32_t i);

/// "in X", "basé à X", "X, Musterland": where something is.
[[nodiscard]] bool is_where(const View& view, const NameRuns& runs, std::uint32_t first, std::uint32_t end);

/// "au PRIT 2010", "at NORDEX 2019": a gathering of that year.
[[nodiscard]] bool is_edition(const View& view, std::uint32_t i);

/// "Gegliedert ist …", "Federführend …", "Réunis à …", "Working with …".
[[nodiscard]] bool is_participle(const View& view, std::uint32_t i);

/// English and French headings that write every word with a capital tell nothing.
[[nodiscard]] bool is_title_case(const View& view, std::uint32_t sentence);

/// A number of I, V and X.
[[nodiscard]] bool is_roman(std::string_view written);

/// The last legal form of the run; kNoToken when there is none.
[[nodiscard]] std::uint32_t legal_form(const View& view, std::uint32_t first, std::uint32_t end);

/// "US-Seite", "EU-geförderten": known letters before a German word.
[[nodiscard]] bool is_compound_of_name(const View& view, std::uint32_t i);

/// "Fadenwerk", "Feinoptikbetrieb": part of the firm's name.
[[nodiscard]] bool is_firm_noun(const View& view, std::uint32_t i);

/// "der Technischen Hochschule X".
[[nodiscard]] bool is_part_of_university(const View& view, std::uint32_t i);

/// "Netzwerk Astwerk Süd", "Holznetzwerk Astwerk": German nouns stand beside each other in names alone.
[[nodiscard]] bool is_named_after(const View& view, const NameRuns& runs, std::uint32_t first,
                                  std::uint32_t end);

/// Whether a legal form or, in a short run, a striking word stands in it.
[[nodiscard]] bool has_sign(const View& view, std::uint32_t first, std::uint32_t end);

/// "Provinz Musterland", "Musterland Province": a noun for an area beside its name.
[[nodiscard]] bool is_area_noun(const View& view, std::uint32_t i);

/// "Muster Electronics" in a text of any language: English words that firms' names end with.
[[nodiscard]] bool is_firms_last_word(const View& view, std::uint32_t i);

/// "Musterwerk Süd", "Muster Digital".
[[nodiscard]] bool is_direction_or_foreign(const View& view, std::uint32_t i);

/// "le pôle Eau", "du réseau LUMIÈRE": what may be an ordinary word names the cluster behind its noun.
[[nodiscard]] bool is_field_pole(const View& view, std::uint32_t first, std::uint32_t end);

/// The kind that the head noun of a run tells; "Muster Cluster Partnership" and "Muster Partnership, a
/// cluster …" are clusters that call themselves so.
[[nodiscard]] EntityKind kind_of_head(const View& view, std::uint32_t begin, std::uint32_t noun,
                                      std::uint32_t end);

/// "President of X", "directrice de X": also in a line that writes every word with a capital.
[[nodiscard]] bool follows_post(const View& view, std::uint32_t i);

/// "Muster Square", "Musterweg-Platz", "avenue Muster": where something stands, no body.
[[nodiscard]] bool is_street(const View& view, std::uint32_t first, std::uint32_t end);
/// "Division Manager of …", "COMMUNIQUÉ DE PRESSE": a post or heading that is written like a name.
[[nodiscard]] bool is_post(const View& view, std::uint32_t first, std::uint32_t end);

/// Behind "Luftfahrt- und", the half of a compound that belongs to what follows: "Luftfahrt- und
/// BMBF-Spitzencluster X". "Industrie- und Handelskammer X" is one name.
[[nodiscard]] std::uint32_t after_halves(const View& view, std::uint32_t first, std::uint32_t end);

/// "Cluster Muster Foundation": English has the noun that tells at the end.
[[nodiscard]] bool is_body_at_end(const View& view, std::uint32_t first, std::uint32_t end);

/// "das Wirtschaftsministerium Musterland", "die Handwerkskammer Musterstadt".
[[nodiscard]] bool is_office_of_place(const View& view, const NameRuns& runs, std::uint32_t first,
                                      std::uint32_t end);

/// "Musterzentrum" needs a name, "Muster-Zentrum" holds one.
[[nodiscard]] bool is_plain_compound(const View& view, std::uint32_t i);

/// "der Cluster Nanotechnologie": German names clusters by their field.
[[nodiscard]] bool is_field_cluster(const View& view, const NameRuns& runs, std::uint32_t first,
                                    std::uint32_t end);

/// "Aerospace Valley": the hint tells that both words are the name.
[[nodiscard]] bool is_hinted(const View& view, const NameRuns& runs, std::uint32_t i, std::uint32_t end);

/// A number like 2015.
[[nodiscard]] bool is_year(const View& view, std::uint32_t i);

/// "the meta-cluster MUSTER4EU": clusters of clusters that are called as projects are, are projects.
[[nodiscard]] bool is_meta_cluster(const View& view, std::uint32_t first, std::uint32_t end);

/// Whether a place stands among the tokens.
[[nodiscard]] bool has_place(const NameRuns& runs, std::uint32_t first, std::uint32_t end);

/// Whether all tokens are places.
[[nodiscard]] bool all_places(const NameRuns& runs, std::uint32_t first, std::uint32_t end);

/// "Musterian Offshore Wind": English writes a common noun with a capital only in names.
[[nodiscard]] bool is_english_name_word(const View& view, std::uint32_t i);

/// "Goethe-Universität", "Muster-Institut": German joins a house with whom it is named after.
[[nodiscard]] bool is_house_named_after(const View& view, std::uint32_t i);
/// The kind of such a house by the noun behind its hyphen.
[[nodiscard]] EntityKind house_kind(const View& view, std::uint32_t i);

/// "the Danish Musterby": where somebody is from stands before the name, which ends before token `end`.
[[nodiscard]] bool is_nationality(const View& view, std::uint32_t i, std::uint32_t end);

}  // namespace kontor::press
