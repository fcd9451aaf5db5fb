// SPDX-License-Identifier: EUPL-1.2
#include "ingest/turtle_reader.hpp"

#include <serd/serd.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <optional>

#include "base/limits.hpp"
#include "ingest/places.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;

struct FreeEnvironment {
    void operator()(SerdEnv* env) const { serd_env_free(env); }
};
struct FreeReader {
    void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};

const std::uint8_t* bytes_of(const std::string& text) {
    return reinterpret_cast<const std::uint8_t*>(text.c_str());
}

std::string_view view_of(const SerdNode* node) {
    if (node == nullptr || node->buf == nullptr) return {};
    return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

/// Receives what serd reads.
struct Receiver {
    const std::function<void(const TurtleStatement&)>& take;
    const std::string& file;
    std::unique_ptr<SerdEnv, FreeEnvironment> env;
    std::optional<Error> error;
    std::string subject;
    std::string predicate;
    std::string object;

    // The full IRI of a node, in `into`.
    SerdStatus expand(const SerdNode* node, std::string& into) const {
        into.assign(view_of(node));
        if (node->type == SERD_BLANK) into.insert(0, "_:");
        if (node->type != SERD_CURIE && node->type != SERD_URI) return SERD_SUCCESS;
        SerdNode full = serd_env_expand_node(env.get(), node);
        if (full.buf == nullptr) return node->type == SERD_CURIE ? SERD_ERR_BAD_CURIE : SERD_SUCCESS;
        into.assign(view_of(&full));
        serd_node_free(&full);
        return SERD_SUCCESS;
    }
};

SerdStatus on_base(void* handle, const SerdNode* uri) {
    return serd_env_set_base_uri(static_cast<Receiver*>(handle)->env.get(), uri);
}

SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* uri) {
    return serd_env_set_prefix(static_cast<Receiver*>(handle)->env.get(), name, uri);
}

SerdStatus on_statement(void* handle, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                        const SerdNode* predicate, const SerdNode* object, const SerdNode*,
                        const SerdNode* lang) {
    auto& receiver = *static_cast<Receiver*>(handle);
    if (const SerdStatus status = receiver.expand(subject, receiver.subject)) return status;
    if (const SerdStatus status = receiver.expand(predicate, receiver.predicate)) return status;
    if (const SerdStatus status = receiver.expand(object, receiver.object)) return status;
    receiver.take(
        {receiver.subject, receiver.predicate, receiver.object, view_of(lang), object->type == SERD_LITERAL});
    return SERD_SUCCESS;
}

SerdStatus on_error(void* handle, const SerdError* found) {
    auto& receiver = *static_cast<Receiver*>(handle);
    if (receiver.error) return SERD_SUCCESS;
    std::array<char, 300> text{};
    std::va_list arguments;
    va_copy(arguments, *found->args);
    std::vsnprintf(text.data(), text.size(), found->fmt, arguments);
    va_end(arguments);
    std::string reason = text.data();
    while (reason.ends_with('\n')) reason.pop_back();
    if (text::first_utf8_fault(reason)) reason = "invalid character";
    base::Place place = on_line(receiver.file, found->line);
    place.column = found->col;
    receiver.error = Error{ErrorCode::TurtleSyntax, {}, std::move(place), std::move(reason)};
    return SERD_SUCCESS;
}

// serd reads nested brackets by recursion, which text from outside must not be able to drive. Brackets inside
// strings are counted too: they balance, or are far fewer than the limit.
std::optional<std::uint64_t> line_of_deep_nesting(std::string_view text) {
    constexpr std::size_t kDeepest = 200;
    std::size_t depth = 0;
    std::uint64_t line = 1;
    for (const char c : text) {
        if (c == '\n') ++line;
        if (c == '[' || c == '(') ++depth;
        if ((c == ']' || c == ')') && depth > 0) --depth;
        if (depth > kDeepest) return line;
    }
    return std::nullopt;
}

}  // namespace

base::Outcome read_turtle(std::string_view text, const std::string& file,
                          const std::function<void(const TurtleStatement&)>& take) {
    if (const auto line = line_of_deep_nesting(text)) {
        return Error{ErrorCode::TurtleSyntax, {}, on_line(file, *line), "brackets are nested too deeply"};
    }
    const std::size_t zero = text.find('\0');
    const std::string terminated(text.substr(0, zero));
    Receiver receiver{take, file, std::unique_ptr<SerdEnv, FreeEnvironment>(serd_env_new(nullptr)), {}, {},
                      {},   {}};
    const std::unique_ptr<SerdReader, FreeReader> reader(
        serd_reader_new(SERD_TURTLE, &receiver, nullptr, on_base, on_prefix, on_statement, nullptr));
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(reader.get(), on_error, &receiver);
    const SerdStatus status = serd_reader_read_string(reader.get(), bytes_of(terminated));
    if (receiver.error) return *receiver.error;
    if (status > SERD_FAILURE || zero != std::string_view::npos) {
        const std::string reason = zero == std::string_view::npos
                                       ? reinterpret_cast<const char*>(serd_strerror(status))
                                       : "zero byte in the text";
        return Error{ErrorCode::TurtleSyntax, {}, in_file(file), reason};
    }
    return base::Done{};
}

}  // namespace kontor::ingest
