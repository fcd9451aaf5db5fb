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
