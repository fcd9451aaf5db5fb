// SPDX-License-Identifier: EUPL-1.2
#include "ingest/pdf_document.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "ingest/decoded_text.hpp"
#include "ingest/pdf_text.hpp"
#include "text/utf8.hpp"

#ifdef KONTOR_TELLS_LEAKS
// Fontconfig, which Poppler asks for fonts, leaves one object behind when a program ends; it does not grow.
// NOLINTBEGIN(bugprone-reserved-identifier): the sanitizer's own name
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}
// NOLINTEND(bugprone-reserved-identifier)
#endif

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::Error;
using base::ErrorCode;

constexpr std::size_t kBrokenPercent = 20;  // of the characters that cannot be told
constexpr std::size_t kLeastLetters = 20;   // of a document with text

Error fault(ErrorCode code, base::ErrorArguments arguments = {}) {
    return {code, std::move(arguments), {}, {}};
}

// Poppler's messages about damaged files go nowhere: what matters of them becomes a fault.
void begin_library() {
    static const bool begun = [] {
        poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
        return true;
    }();
    static_cast<void>(begun);
}

std::string utf8_of(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return decoded_text({bytes.data(), bytes.size()}, "");
}

/// Counts what tells a broken text layer: characters without a meaning, mostly signs, words without vowels.
class Legibility {
public:
    void add(std::string_view word) {
        std::size_t letters = 0;
        bool has_vowel = false;
        for (std::size_t at = 0; at < word.size();) {
            const auto [code, length] = text::character_at(word, at);
            at += length;
            ++characters_;
            const bool is_private = (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
            const bool is_control = code < ' ' || (code >= 0x7F && code < 0xA0);
            unreadable_ += code == 0xFFFD || is_private || is_control ? 1 : 0;
            const char32_t small = code | 0x20U;
            const bool is_letter = small >= 'a' && small <= 'z' && code < 0x80;
            letters += is_letter ? 1 : 0;
            has_vowel = has_vowel || code >= 0x80 ||
                        std::string_view("aeiouy").find(static_cast<char>(small)) != std::string_view::npos;
            signs_ += code < 0x80 && !is_letter && (code < '0' || code > '9') ? 1 : 0;
        }
        if (letters < kLongWord) return;
        ++long_words_;
        strange_words_ += has_vowel ? 0 : 1;
    }
    [[nodiscard]] std::size_t characters() const { return characters_; }
    /// Share of what cannot be read.
    [[nodiscard]] std::size_t percent() const {
        if (characters_ == 0) return 0;
        const std::size_t unreadable = unreadable_ * 100 / characters_;
        const std::size_t signs = signs_ * 100 / characters_;
        const std::size_t strange = long_words_ < kFewWords ? 0 : strange_words_ * 100 / long_words_;
        return std::max({unreadable, signs > kManySigns ? signs : 0, strange > kManyStrange ? strange : 0});
    }

private:
    static constexpr std::size_t kLongWord = 4;
    static constexpr std::size_t kFewWords = 20;
    static constexpr std::size_t kManySigns = 50;    // percent
    static constexpr std::size_t kManyStrange = 40;  // percent
    std::size_t characters_ = 0;
    std::size_t unreadable_ = 0;
    std::size_t signs_ = 0;
    std::size_t long_words_ = 0;
    std::size_t strange_words_ = 0;
};

// Places in damaged files can be anything, also no number.
double sound_length(double length) {
    constexpr double kFarthest = 100'000;
    return std::isfinite(length) ? std::clamp(length, -kFarthest, kFarthest) : 0;
}

PrintedPage read_page(const poppler::page& page, Legibility& legibility) {
    std::vector<PrintedWord> words;
    for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
        if (box.rotation() != 0) continue;
        const poppler::rectf place = box.bbox();
        PrintedWord word{
            .text = utf8_of(box.text()),
            .left = sound_length(place.left()),
            .right = sound_length(place.right()),
            .top = sound_length(place.top()),
            .bottom = sound_length(place.bottom()),
            .font_size = sound_length(box.has_font_info() ? box.get_font_size() : place.height())};
        legibility.add(word.text);
        words.push_back(std::move(word));
    }
    return {sound_length(page.page_rect().height()), printed_lines(words)};
}

model::Date created(const poppler::document& document) {
    const std::time_t time = document.info_date_t("CreationDate");
    std::tm parts{};
    if (time <= 0 || gmtime_r(&time, &parts) == nullptr) return {};
    std::array<char, 16> text{};
    if (std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts) == 0) return {};
    return model::Date::parse(text.data()).value_or(model::Date{});
}

// What programs put there of themselves ("Microsoft Word - draft.docx") is no title.
std::string declared_title(const poppler::document& document) {
    std::string title = tidy_line(utf8_of(document.get_title()));
    const bool of_program = title.starts_with("Microsoft ") || title.find(".doc") != std::string::npos ||
                            title.find(".indd") != std::string::npos ||
                            title.find(".pdf") != std::string::npos;
    const bool is_phrase = title.find(' ') != std::string::npos && title.size() <= limits::kNameBytes;
    return of_program || !is_phrase ? std::string() : title;
}

base::Result<std::vector<PrintedPage>> read_pages(const poppler::document& document, Legibility& legibility,
                                                  const base::Progress& progress) {
    std::vector<PrintedPage> pages;
    std::size_t bytes = 0;
    for (int number = 0; number < document.pages(); ++number) {
        if (progress.stop_requested()) return fault(ErrorCode::Stopped);
        const std::unique_ptr<poppler::page> page(document.create_page(number));
        if (page == nullptr) continue;
        pages.push_back(read_page(*page, legibility));
        for (const PrintedLine& line : pages.back().lines) bytes += line.text.size();
        if (bytes > limits::kDocumentTextBytes) {
            return fault(ErrorCode::FileTooLarge, {{"maximum", std::to_string(limits::kDocumentTextBytes)}});
        }
    }
    return pages;
}

}  // namespace

base::Result<DocumentText> read_pdf(std::string_view bytes, const base::Progress& progress) {
    begin_library();
    const Error damaged = fault(ErrorCode::DocumentDamaged, {{"format", "PDF"}});
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return damaged;
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document == nullptr) return damaged;
    if (document->is_locked()) return fault(ErrorCode::DocumentEncrypted);
    const auto count = static_cast<std::size_t>(std::max(document->pages(), 0));
    if (count == 0) return damaged;
    if (count > limits::kDocumentPages) {
        return fault(ErrorCode::DocumentTooManyPages,
                     {{"found", std::to_string(count)}, {"maximum", std::to_string(limits::kDocumentPages)}});
    }
    Legibility legibility;
    auto read = read_pages(*document, legibility, progress);
    if (!read) return read.errors();
    if (legibility.characters() < kLeastLetters) return fault(ErrorCode::DocumentWithoutText);
    if (legibility.percent() >= kBrokenPercent) {
        return fault(ErrorCode::DocumentTextBroken, {{"percent", std::to_string(legibility.percent())}});
    }
    std::vector<PrintedPage>& pages = read.value();
    drop_running_lines(pages);
    DocumentText text;
    text.kind = DocumentKind::Pdf;
    text.title = headline_of(pages);
    text.text = tidy_text(paragraphs_of(pages));
    if (!text.title.empty() && text.text.starts_with(text.title + "\n\n"))
        text.text.erase(0, text.title.size() + 2);
    if (text.title.empty()) text.title = declared_title(*document);
    text.published = created(*document);
    if (text.text.empty()) return fault(ErrorCode::DocumentWithoutText);
    return text;
}

}  // namespace kontor::ingest
