// SPDX-License-Identifier: EUPL-1.2
// Changing an index gives the answers of an index built anew from the same documents, whatever the order of
// changes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "small_corpus.hpp"

namespace kontor::search {
namespace {

using Corpus = std::map<DocumentKey, Document>;

Index rebuilt(const std::vector<model::Topic>& topics, const Corpus& corpus) {
    std::vector<Document> documents;
    for (const auto& [key, document] : corpus) documents.push_back(document);
    return index_of(topics, documents);
}

std::vector<Request> requests(std::mt19937& random) {
    std::vector<Request> out;
    for (int i = 0; i < 12; ++i) {
        Request request;
        request.limit = 15;
        const auto word = [&] { return "w" + std::to_string(random() % 30) + " "; };
        request.query = word();
        if (i % 2 == 0) request.query += word();
        if (i % 3 == 0) request.query += word();
        if (i % 5 == 1) request.query += "-" + word();
        if (i % 4 == 3) request.query = "\"" + word() + word() + "\" ";
        if (i == 0) request.query = "";
        if (i == 2) request.query = "wort2x";
        if (i == 4) request.query = "w31 w5x";
        if (i % 3 == 2) request.countries = {"DE"};
        if (i % 4 == 1) request.topics = {"t1"};
        if (i == 7) request.prefix = Prefix::LastWord;
        out.push_back(request);
    }
    return out;
}

void expect_same_answers(const Index& changed, const Index& anew, std::mt19937& random) {
    ASSERT_EQ(changed.document_count(), anew.document_count());
    Searcher searcher;
    for (const Request& request : requests(random)) {
        const auto left = searcher.search(changed, request);
        const auto right = searcher.search(anew, request);
        ASSERT_TRUE(left.ok() && right.ok());
        ASSERT_EQ(left.value().total, right.value().total) << request.query;
        ASSERT_EQ(left.value(), right.value()) << request.query;
    }
}

TEST(Changes, EqualARebuild) {
    std::mt19937 random(5);
    const std::vector<model::Topic> topics = random_topics();
    for (int round = 0; round < 8; ++round) {
        Corpus corpus;
        for (int i = 0; i < 120; ++i) {
            const Document document = random_document(random, i);
            corpus.insert_or_assign({document.kind, document.id}, document);
        }
        Index index = rebuilt(topics, corpus);
        for (int step = 0; step < 6; ++step) {
            std::vector<Document> changed;
            std::vector<DocumentKey> removed{{model::RecordKind::Call, "unknown"}};
            for (int i = 0; i < 15; ++i)
                changed.push_back(random_document(random, static_cast<int>(random() % 160)));
            for (int i = 0; i < 10; ++i) {
                removed.push_back(
                    {random() % 2 == 0 ? model::RecordKind::Project : model::RecordKind::Organisation,
                     "d" + std::to_string(random() % 160)});
            }
            for (const DocumentKey& key : removed) corpus.erase(key);
            for (const Document& document : changed)
                corpus.insert_or_assign({document.kind, document.id}, document);
            index = with_changes(index, changed, removed);
            ASSERT_NO_FATAL_FAILURE(expect_same_answers(index, rebuilt(topics, corpus), random));
        }
        EXPECT_GT(index.pending_count(), 0U);
    }
}

TEST(Changes, AreMergedWhenTheyPileUp) {
    std::mt19937 random(9);
    Corpus corpus;
    const std::vector<model::Topic> topics = random_topics();
    Index index = index_of(topics, {});
    for (int step = 0; step < 5; ++step) {
        std::vector<Document> changed;
        for (int i = 0; i < 1'500; ++i) changed.push_back(random_document(random, step * 1'500 + i));
        for (const Document& document : changed)
            corpus.insert_or_assign({document.kind, document.id}, document);
        index = with_changes(index, changed, {});
    }
    EXPECT_LT(index.pending_count(), 4'100U);
    EXPECT_EQ(index.document_count(), 7'500U);
    expect_same_answers(index, rebuilt(topics, corpus), random);
}

TEST(Changes, OneByOneEqualARebuild) {
    std::mt19937 random(11);
    const std::vector<model::Topic> topics = random_topics();
    Corpus corpus;
    for (int i = 0; i < 80; ++i) {
        const Document document = random_document(random, i);
        corpus.insert_or_assign({document.kind, document.id}, document);
    }
    Index index = rebuilt(topics, corpus);
    for (int step = 0; step < 60; ++step) {
        const Document document = random_document(random, static_cast<int>(random() % 100));
        const DocumentKey key{document.kind, document.id};
        if (random() % 3 == 0) {
            corpus.erase(key);
            index = with_changes(index, {}, std::vector{key}, Merging::Never);
        } else {
            corpus.insert_or_assign(key, document);
            index = with_changes(index, std::vector{document}, {}, Merging::Never);
        }
        if (step % 10 != 9) continue;
        ASSERT_NO_FATAL_FAILURE(expect_same_answers(index, rebuilt(topics, corpus), random));
    }
}

TEST(Changes, ThatChangeNothingWriteNothing) {
    std::mt19937 random(3);
    Corpus corpus;
    std::vector<Document> documents;
    for (int i = 0; i < 50; ++i) documents.push_back(random_document(random, i));
    const Index before = index_of(random_topics(), documents);
    std::vector<Document> last;
    for (const Document& document : documents)
        corpus.insert_or_assign({document.kind, document.id}, document);
    for (const auto& [key, document] : corpus) last.push_back(document);
    const Index after = with_changes(before, last, {});
    EXPECT_EQ(after.pending_count(), 0U);
    EXPECT_TRUE(after.shares_base(before));
}

TEST(Changes, AWordOfDocumentsThatAreGoneIsNotKnown) {
    Document hidden;
    hidden.id = "x";
    hidden.title = "Photonk";
    hidden.fields = {{Field::Name, "Photonk Photonk", "und"}};
    Document seen;
    seen.id = "y";
    seen.title = "Photonik";
    seen.fields = {{Field::Name, "Photonik", "und"}};
    const Index both = index_of({}, {hidden, seen});
    const Index after =
        with_changes(both, {}, std::vector<DocumentKey>{{model::RecordKind::Organisation, "x"}});
    EXPECT_TRUE(answer_of(both, "Photonk").corrections.empty());
    EXPECT_EQ(answer_of(after, "Photonk"), answer_of(index_of({}, {seen}), "Photonk"));
    EXPECT_THAT(ids_of(answer_of(after, "Photonk")), testing::ElementsAre("y"));
}

TEST(Changes, ANameOfDocumentsThatAreGoneIsNoName) {
    std::vector<Document> documents(3);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        documents[i].id = "d" + std::to_string(i);
        documents[i].title = i == 0 ? "Green Laser" : "Green Laser House " + std::to_string(i);
        documents[i].fields = {{Field::Name, documents[i].title, "und"}};
    }
    const Index after = with_changes(index_of({}, documents), {},
                                     std::vector<DocumentKey>{{model::RecordKind::Organisation, "d0"}});
    documents.erase(documents.begin());
    EXPECT_EQ(answer_of(after, "green laser"), answer_of(index_of({}, documents), "green laser"));
}

TEST(Changes, LeaveTheOldIndexAsItWas) {
    const Index before = small_index();
    const Index after =
        with_changes(before, {}, std::vector<DocumentKey>{{model::RecordKind::Organisation, "tu"}});
    EXPECT_EQ(before.document_count(), 4U);
    EXPECT_EQ(after.document_count(), 3U);
    EXPECT_THAT(ids_of(answer_of(before, "Technische")), testing::ElementsAre("tu"));
    EXPECT_THAT(ids_of(answer_of(after, "Technische")), testing::IsEmpty());
    EXPECT_FALSE(after.contains(model::RecordKind::Organisation, "tu"));
}

}  // namespace
}  // namespace kontor::search
