// SPDX-License-Identifier: EUPL-1.2
#include "http/router.hpp"

#include <gtest/gtest.h>

namespace kontor::http {
namespace {

class RouterTest : public testing::Test {
protected:
    RouterTest() {
        router_.operation("organisation", [](const Request& request) {
            Response response;
            response.body =
                "organisation " + std::string(request.parameters.text("id")) + " " + request.language;
            return response;
        });
        router_.pages([](const Request& request) {
            Response response;
            response.body = "page " + request.path;
            return response;
        });
    }

    Response get(std::string_view target, std::string_view method = "GET", std::string_view languages = "") {
        Request request;
        request.method = method;
        request.target = target;
        request.accept_language = languages;
        Response refusal;
        const Router::Route* route = router_.find(request, refusal);
        return route == nullptr ? refusal : route->handler(request);
    }

    Router router_;
};

TEST_F(RouterTest, FindsOperationsAndPages) {
    EXPECT_EQ(get("/api/v1/organisations/biosaxony?lang=de").body, "organisation biosaxony de");
    EXPECT_EQ(get("/de/organisations/biosaxony").body, "page /de/organisations/biosaxony");
    EXPECT_EQ(get("/api/v1/organisations/a%2Eb").body, "organisation a.b en");
}

TEST_F(RouterTest, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(get("/api/v1/castles").status, 404U);
    EXPECT_EQ(get("/api/v1/organisations/a", "DELETE").status, 405U);
    EXPECT_EQ(get("/api/v1/organisations/a?colour=red").status, 400U);
    EXPECT_EQ(get("api/v1").status, 400U);
    EXPECT_EQ(get("/%zz").status, 400U);
}

TEST_F(RouterTest, AnswersInTheReadersLanguage) {
    EXPECT_EQ(get("/api/v1/organisations/a", "GET", "de-AT,de;q=0.9,en;q=0.5").body, "organisation a de");
    EXPECT_EQ(get("/api/v1/organisations/a", "GET", "fr, en").body, "organisation a en");
    EXPECT_EQ(negotiated_language("de", "en"), "de");
    EXPECT_EQ(negotiated_language("", "fr,es"), "en");
}

TEST_F(RouterTest, TellsWhatIsMissing) {
    const auto missing = router_.missing_operations();
    EXPECT_EQ(missing.size() + 1, operations().size());
}

TEST(Language, IsKnownBeforeTheRequestIsRead) {
    EXPECT_EQ(early_language("GET /api/v1/search?lang=de&q=aaaa"), "de");
    EXPECT_EQ(early_language("GET /api/v1/search?slang=de&q=%ff HTTP/1.1\r\nAccept-Language: de-AT, en\r\n"),
              "de");
    EXPECT_EQ(early_language("GET /?q=lang=de HTTP/1.1\r\n"), "en");
    EXPECT_EQ(early_language("\x16\x03\x01"), "en");
    EXPECT_EQ(asked_language("/search?q=a&lang=en"), "en");
    EXPECT_EQ(asked_language("/search?lang=fr"), "");
}

}  // namespace
}  // namespace kontor::http
