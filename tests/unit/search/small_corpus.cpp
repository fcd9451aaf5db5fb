// SPDX-License-Identifier: EUPL-1.2
#include "small_corpus.hpp"

#include <utility>

namespace kontor::search {

model::Topic make_topic(std::string id, std::string german, std::string english, std::string parent) {
    model::Topic out;
    out.id = std::move(id);
    out.labels = {{"de", std::move(german)}, {"en", std::move(english)}};
    out.parent = std::move(parent);
    return out;
}

std::vector<model::Topic> small_topics() {
    return {make_topic("health", "Gesundheitswirtschaft", "Health industry"),
            make_topic("medical-devices", "Medizintechnik", "Medical devices", "health"),
            make_topic("photonics", "Photonik", "Photonics"),
            make_topic("laser", "Lasertechnik", "Laser technology", "photonics")};
}

std::shared_ptr<const text::CompoundSplitter> small_splitter() {
    const std::vector<std::string> parts{"Medizin",    "Technik",    "Photonik", "Unternehmen", "Laser",
                                         "Gesundheit", "Wirtschaft", "Netzwerk", "Sensor"};
    return std::make_shared<const text::CompoundSplitter>(parts);
}

std::vector<Document> small_documents() {
    Document optics;
    optics.id = "optics";
    optics.title = "Photonik Nord e.V.";
    optics.fields = {
        {Field::Name, "Photonik Nord e.V.", "de"},
        {Field::Text, "Netzwerk der Photonikunternehmen im Norden: Laser, Sensorik und Bildverarbeitung.",
         "de"}};
    optics.topics = {2};
    optics.country = "DE";
    optics.organisation_kind = "cluster";
    optics.prominence = 0.8;
    Document devices;
    devices.id = "devices";
    devices.title = "Pohjola Health Oy";
    devices.fields = {
        {Field::Name, "Pohjola Health Oy", "und"},
        {Field::Text, "Develops medical devices for hospitals and tests them in clinical studies.", "en"}};
    devices.topics = {1};
    devices.country = "FI";
    devices.organisation_kind = "company";
    devices.prominence = 0.2;
    Document project;
    project.kind = model::RecordKind::Project;
    project.id = "laser-go";
    project.title = "LASERGO: Laser sources for surgery";
    project.language = "en";
    project.fields = {
        {Field::Acronym, "LASERGO", "und"},
        {Field::Title, "LASERGO: Laser sources for surgery", "en"},
        {Field::Text, "New laser sources for the operating theatre. The partners test them in München.",
         "en"}};
    project.topics = {3};
    project.programme = "h2020";
    project.year = 2018;
    Document university;
    university.id = "tu";
    university.title = "TECHNISCHE UNIVERSITAET MUENCHEN";
    university.fields = {{Field::Name, "TECHNISCHE UNIVERSITAET MUENCHEN", "und"},
                         {Field::Place, "München", "und"}};
    university.country = "DE";
    university.organisation_kind = "university";
    university.prominence = 1;
    return {optics, devices, project, university};
}

Index index_of(const std::vector<model::Topic>& topics, const std::vector<Document>& documents) {
    IndexBuilder builder(topics, small_splitter());
    for (const Document& document : documents) builder.add(document);
    return builder.build();
}

Index small_index() {
    return index_of(small_topics(), small_documents());
}

std::vector<model::Topic> random_topics() {
    std::vector<model::Topic> topics;
    for (int i = 0; i < 8; ++i) {
        const std::string number = std::to_string(i);
        topics.push_back(make_topic("t" + number, "wort" + number + "x", "w2" + number,
                                    i < 3 ? "" : "t" + std::to_string(i - 3)));
    }
    return topics;
}

Document random_document(std::mt19937& random, int number) {
    const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    const auto words = [&](unsigned count) {
        std::string out;
        for (unsigned i = 0; i < count; ++i) out += "w" + std::to_string(below(1 + below(30))) + " ";
        return out;
    };
    Document out;
    out.kind = below(2) == 0 ? model::RecordKind::Project : model::RecordKind::Organisation;
    out.id = "d" + std::to_string(number);
    out.title = words(3);
    out.fields.push_back({Field::Title, out.title, "en"});
    if (below(3) != 0) out.fields.push_back({Field::Text, words(5 + below(40)), "en"});
    if (below(4) == 0) out.fields.push_back({Field::Text, words(5 + below(40)), "fr"});
    if (below(3) == 0) out.fields.push_back({Field::Name, words(2), "und"});
    for (unsigned i = below(3); i > 0; --i) out.topics.push_back(below(8));
    const std::vector<std::string> countries{"DE", "FI", "FR", ""};
    out.country = countries[below(4)];
    if (out.kind == model::RecordKind::Organisation)
        out.organisation_kind = below(2) == 0 ? "company" : "university";
    if (out.kind == model::RecordKind::Project) out.programme = below(2) == 0 ? "p1" : "p2";
    out.year = below(4) == 0 ? 0 : static_cast<int>(2015 + below(4));
    out.prominence = below(5) / 4.0;
    return out;
}

Answer answer_of(const Index& index, const std::string& query) {
    Request request;
    request.query = query;
    return search(index, request).value();
}

std::vector<std::string> ids_of(const Answer& answer) {
    std::vector<std::string> ids;
    for (const Hit& hit : answer.hits) ids.push_back(hit.id);
    return ids;
}

}  // namespace kontor::search
