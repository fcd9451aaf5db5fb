// SPDX-License-Identifier: EUPL-1.2
#include "service/documents.hpp"

#include <algorithm>
#include <cmath>

namespace kontor::service {
namespace {

using search::Document;
using search::Field;

class DocumentMaker {
public:
    explicit DocumentMaker(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    std::optional<Document> make(const model::Organisation& r) {
        start(r.kKind, r.id, model::display_name(r));
        for (const model::Name& name : r.names) {
            add(name.type == model::NameType::Short ? Field::Acronym : Field::Name, name.text, name.lang);
        }
        identifiers(r.identifiers);
        texts(Field::Text, r.description);
        for (const auto* list : {&r.offers, &r.needs}) {
            for (const model::Capability& capability : *list) {
                texts(Field::Text, capability.text);
                topic(capability.topic);
            }
        }
        add(Field::Place, r.city, "und");
        topics(r.topics);
        document_.country = r.country;
        document_.organisation_kind = model::word(r.kind);
        return std::move(document_);
    }

    std::optional<Document> make(const model::Project& r) {
        const model::Text* title = model::best_text(r.titles, "en");
        std::string shown = r.acronym;
        if (title != nullptr && title->text != r.acronym) shown += (shown.empty() ? "" : " – ") + title->text;
        start(r.kKind, r.id, shown);
        if (title != nullptr) document_.language = title->lang;
        add(Field::Acronym, r.acronym, "und");
        texts(Field::Title, r.titles);
        identifiers(r.identifiers);
        texts(Field::Text, r.objective);
        for (const std::string& keyword : r.keywords) add(Field::Text, keyword, "und");
        topics(r.topics);
        document_.programme = r.programme;
        document_.year = r.start.year();
        return std::move(document_);
    }

    std::optional<Document> make(const model::Call& r) {
        titled(r.kKind, r.id, r.titles);
        add(Field::Identifier, r.identifier, "und");
        texts(Field::Title, r.titles);
        texts(Field::Text, r.description);
        topics(r.topics);
        document_.programme = r.programme;
        document_.year = r.deadline.year();
        return std::move(document_);
    }

    std::optional<Document> make(const model::Programme& r) {
        titled(r.kKind, r.id, r.names);
        texts(Field::Title, r.names);
        add(Field::Acronym, r.short_name, "und");
        texts(Field::Text, r.description);
        document_.programme = r.id;
        document_.year = r.from.year();
        return std::move(document_);
    }

    /// Of several countries, the first is the one that facets count.
    std::optional<Document> make(const model::News& r) {
        titled(r.kKind, r.id, r.titles);
        texts(Field::Title, r.titles);
        texts(Field::Text, r.summary);
        add(Field::Text, r.publisher, "und");
        topics(r.topics);
        if (!r.countries.empty()) document_.country = r.countries.front();
        document_.year = r.published.year();
        return std::move(document_);
    }

    std::optional<Document> make(const model::Topic& r) {
        // Other vocabularies are there for their codes; finding each word twice would help nobody.
        if (r.scheme != model::TopicScheme::Kontor) return std::nullopt;
        start(r.kKind, r.id, best_label(r.labels, "en"));
        for (const auto& [language, label] : r.labels) add(Field::Name, label, language);
        for (const auto& [language, synonyms] : r.synonyms) {
            for (const std::string& synonym : synonyms) add(Field::Title, synonym, language);
        }
        topic(r.id);
        return std::move(document_);
    }

    template <class R>
    std::optional<Document> make(const R&) {
        return std::nullopt;
    }

private:
    void start(model::RecordKind kind, const std::string& id, std::string title) {
        document_.kind = kind;
        document_.id = id;
        document_.title = title.empty() ? id : std::move(title);
    }
    void titled(model::RecordKind kind, const std::string& id, const model::Texts& titles) {
        const model::Text* title = model::best_text(titles, "en");
        start(kind, id, title == nullptr ? "" : title->text);
        if (title != nullptr) document_.language = title->lang;
    }
    void add(Field field, const std::string& text, const std::string& language) {
        if (!text.empty()) document_.fields.push_back({field, text, language});
    }
    void texts(Field field, const model::Texts& list) {
        for (const model::Text& text : list) add(field, text.text, text.lang);
    }
    void identifiers(const std::vector<model::Identifier>& list) {
        for (const model::Identifier& identifier : list) add(Field::Identifier, identifier.value, "und");
    }
    void topic(const std::string& id) {
        const auto ordinal = vocabulary_.ordinal(id);
        if (!ordinal) return;
        auto& list = document_.topics;
        if (std::find(list.begin(), list.end(), *ordinal) == list.end()) list.push_back(*ordinal);
    }
    void topics(const std::vector<std::string>& ids) {
        for (const std::string& id : ids) topic(id);
    }

    const Vocabulary& vocabulary_;
    Document document_;
};

/// 0 for nothing, 0.5 at ten, close to 1 at a few thousand.
double prominence_of(double size) {
    return 1.0 - 1.0 / (1.0 + std::log10(1.0 + size));
}

void complete_organisation(Document& document, const network::Picture& picture) {
    const auto index = picture.find_organisation(document.id);
    if (!index) return;
    // A topic of a single old project says little about an organisation; a mass of 0.3 is one recent project.
    constexpr double kTellingMass = 0.3;
    for (const network::TopicMass& mass : picture.topics(*index)) {
        auto& list = document.topics;
        if (mass.mass < kTellingMass) continue;
        if (std::find(list.begin(), list.end(), mass.topic.value) == list.end())
            list.push_back(mass.topic.value);
    }
    document.prominence = prominence_of(static_cast<double>(picture.participations(*index).size()) +
                                        picture.member_counts(*index).total);
}

void complete_project(Document& document, const network::Picture& picture) {
    const auto index = picture.find_project(document.id);
    if (!index) return;
    const auto participations = picture.participations(*index);
    const auto coordinator = std::find_if(participations.begin(), participations.end(), [](const auto& p) {
        return p.role == model::ParticipationRole::Coordinator;
    });
    if (coordinator != participations.end())
        document.country = picture.country(coordinator->organisation).text();
    document.prominence = prominence_of(static_cast<double>(participations.size()) / 4.0);
}

}  // namespace

std::optional<search::Document> document_of(const model::Record& record, const Vocabulary& vocabulary) {
    return std::visit([&](const auto& r) { return DocumentMaker(vocabulary).make(r); }, record);
}

void complete(search::Document& document, const network::Picture& picture, const Vocabulary& vocabulary) {
    if (document.kind == model::RecordKind::Organisation) return complete_organisation(document, picture);
    if (document.kind == model::RecordKind::Project) return complete_project(document, picture);
    if (document.kind == model::RecordKind::Programme) {
        const auto index = picture.find_programme(document.id);
        if (index)
            document.prominence = prominence_of(static_cast<double>(picture.projects_of(*index).size()));
    }
    if (document.kind == model::RecordKind::Topic && vocabulary.ordinal(document.id)) {
        const auto index = picture.find_topic(document.id);
        if (index)
            document.prominence =
                prominence_of(static_cast<double>(picture.organisations_with(*index).size()));
    }
}

}  // namespace kontor::service
