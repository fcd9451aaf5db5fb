// SPDX-License-Identifier: EUPL-1.2
#include "network/picture_builder.hpp"

#include <utility>
#include <variant>

#include "network/picture_layout.hpp"
#include "network/picture_rows.hpp"

namespace kontor::network {
namespace {

constexpr int kMaxPhase = 32;

YesNo yes_no(const std::optional<bool>& value) {
    if (!value) return YesNo::Unknown;
    return *value ? YesNo::Yes : YesNo::No;
}

std::string text_for(const model::Texts& texts, std::string_view language) {
    const model::Text* text = model::best_text(texts, language);
    return text == nullptr ? std::string() : text->text;
}

template <class Row>
std::vector<Slot> slots_of(Table<Row>& table, std::span<const std::string> ids) {
    std::vector<Slot> out;
    out.reserve(ids.size());
    for (const std::string& id : ids) {
        if (const Slot slot = table.slot(id); slot != kNoSlot) out.push_back(slot);
    }
    return out;
}

std::vector<CapabilityRow> capabilities(Table<TopicEntry>& topics,
                                        const std::vector<model::Capability>& list) {
    std::vector<CapabilityRow> out;
    for (const model::Capability& one : list) {
        const Slot topic = topics.slot(one.topic);
        if (topic != kNoSlot) out.push_back({topic, static_cast<std::uint8_t>(one.trl)});
    }
    return out;
}

std::string label(const model::Topic& topic, const std::string& language) {
    const auto exact = topic.labels.find(language);
    if (exact != topic.labels.end()) return exact->second;
    const auto english = topic.labels.find("en");
    if (english != topic.labels.end()) return english->second;
    return topic.labels.empty() ? topic.id : topic.labels.begin()->second;
}

}  // namespace

PictureBuilder::PictureBuilder() : rows_(std::make_unique<Rows>()) {}
PictureBuilder::~PictureBuilder() = default;
PictureBuilder::PictureBuilder(PictureBuilder&&) noexcept = default;
PictureBuilder& PictureBuilder::operator=(PictureBuilder&&) noexcept = default;

/// Writes one record into its table.
struct PictureBuilder::Put {
    Rows& rows;

    void operator()(const model::Organisation& in) const {
        std::unique_ptr<ClusterRow> cluster;
        if (in.cluster) {
            cluster = std::make_unique<ClusterRow>();
            cluster->management = rows.organisations.slot(in.cluster->management_entity);
            cluster->association = rows.organisations.slot(in.cluster->association_entity);
            for (const model::TargetRegion& region : in.cluster->target_regions) {
                const std::string name = text_for(region.name, "en");
                cluster->targets.push_back({CountryCode::from(region.country),
                                            name.empty() ? region.region : name,
                                            static_cast<std::uint8_t>(region.priority)});
            }
        }
        OrganisationEntry& out = rows.organisations.put(in.id);
        out.name = model::display_name(in);
        out.nuts = in.nuts;
        out.city = in.city;
        out.topics = slots_of(rows.topics, in.topics);
        out.offers = capabilities(rows.topics, in.offers);
        out.needs = capabilities(rows.topics, in.needs);
        out.cluster = std::move(cluster);
        out.located = in.latitude.has_value() && in.longitude.has_value();
        out.latitude = out.located ? static_cast<float>(*in.latitude) : 0;
        out.longitude = out.located ? static_cast<float>(*in.longitude) : 0;
        out.as_of = last_day(in.as_of);
        out.founded = static_cast<std::int16_t>(in.founded);
        out.kind = in.kind;
        out.activity_type = in.activity_type;
        out.size_class = in.size_class;
        out.country = CountryCode::from(in.country);
        out.is_sme = yes_no(in.is_sme);
        out.open_for_ideas = yes_no(in.open_for_ideas);
        out.invented = in.invented;
    }
    void operator()(const model::Project& in) const {
        ProjectEntry& out = rows.projects.put(in.id);
        out.acronym = in.acronym;
        out.title_en = text_for(in.titles, "en");
        out.title_de = text_for(in.titles, "de");
        out.programme = rows.programmes.slot(in.programme);
        out.status = in.status;
        out.start = first_day(in.start);
        out.end = last_day(in.end);
        out.topics = slots_of(rows.topics, in.topics);
        const Slot self = rows.projects.slot(in.id);
        std::vector<Slot> before = slots_of(rows.projects, in.predecessors);
        rows.projects.row(self).predecessors = std::move(before);
    }
    void operator()(const model::Participation& in) const {
        const Slot project = rows.projects.slot(in.project);
        const Slot organisation = rows.organisations.slot(in.organisation);
        std::uint32_t phases = 0;
        for (const int phase : in.phases) {
            if (phase >= 1 && phase <= kMaxPhase) phases |= 1U << static_cast<unsigned>(phase - 1);
        }
        rows.participations.put(in.id) = {project, organisation,       phases,
                                          in.role, first_day(in.from), last_day(in.to)};
    }
    void operator()(const model::Membership& in) const {
        const Slot member = rows.organisations.slot(in.member);
        const Slot cluster = rows.organisations.slot(in.cluster);
        rows.memberships.put(in.id) = {member, cluster, in.type, first_day(in.from), last_day(in.to)};
    }
    void operator()(const model::Agreement& in) const {
        AgreementEntry& out = rows.agreements.put(in.id);
        out.title = text_for(in.titles, "en");
        out.type = in.type;
        out.parties = slots_of(rows.organisations, in.parties);
        out.signed_on = first_day(in.signed_on);
        out.valid_to = last_day(in.valid_to);
        out.project = rows.projects.slot(in.project);
    }
    void operator()(const model::Delegation& in) const {
        DelegationEntry& out = rows.delegations.put(in.id);
        out.title = text_for(in.titles, "en");
        out.organisers = slots_of(rows.organisations, in.organisers);
        out.participants = slots_of(rows.organisations, in.participants);
        out.from = first_day(in.from);
        out.to = last_day(in.to);
    }
    void operator()(const model::Topic& in) const {
        const Slot parent = rows.topics.slot(in.parent);
        TopicEntry& out = rows.topics.put(in.id);
        out.label_en = label(in, "en");
        out.label_de = label(in, "de");
        out.kind = in.kind;
        out.scheme = in.scheme;
        out.parent = parent;
        out.mappings.clear();
        for (const model::Mapping& mapping : in.mappings)
            out.mappings.emplace_back(mapping.scheme, mapping.code);
    }
    void operator()(const model::Programme& in) const {
        ProgrammeEntry& out = rows.programmes.put(in.id);
        out.short_name = !in.short_name.empty() ? in.short_name : text_for(in.names, "en");
        out.from = first_day(in.from);
        out.to = last_day(in.to);
    }
    void operator()(const model::Source&) const {}
    void operator()(const model::Region&) const {}
    void operator()(const model::Place&) const {}
    void operator()(const model::Call&) const {}
    void operator()(const model::Claim&) const {}
};

void PictureBuilder::put(const model::Record& record) {
    std::visit(Put{*rows_}, record);
}

void PictureBuilder::erase(model::RecordKind kind, std::string_view id) {
    using model::RecordKind;
    const auto drop = [id](auto& table) {
        if (auto* row = table.erase(id); row != nullptr) *row = {};
    };
    switch (kind) {
        case RecordKind::Organisation:
            return drop(rows_->organisations);
        case RecordKind::Project:
            return drop(rows_->projects);
        case RecordKind::Participation:
            return drop(rows_->participations);
        case RecordKind::Membership:
            return drop(rows_->memberships);
        case RecordKind::Agreement:
            return drop(rows_->agreements);
        case RecordKind::Delegation:
            return drop(rows_->delegations);
        case RecordKind::Topic:
            return drop(rows_->topics);
        case RecordKind::Programme:
            return drop(rows_->programmes);
        case RecordKind::Source:
        case RecordKind::Region:
        case RecordKind::Place:
        case RecordKind::Call:
        case RecordKind::Claim:
            return;
    }
}

void PictureBuilder::set_found_topics(model::RecordKind kind, std::string_view id,
                                      std::span<const std::string> topic_ids) {
    std::vector<Slot> found = slots_of(rows_->topics, topic_ids);
    if (kind == model::RecordKind::Project) {
        if (const Slot slot = rows_->projects.slot(id); slot != kNoSlot)
            rows_->projects.row(slot).found = found;
    } else if (kind == model::RecordKind::Organisation) {
        if (const Slot slot = rows_->organisations.slot(id); slot != kNoSlot) {
            rows_->organisations.row(slot).found = found;
        }
    }
}

std::shared_ptr<const Picture> PictureBuilder::build(Day today) const {
    return std::make_shared<const Picture>(Layout(*rows_, today).run());
}

}  // namespace kontor::network
