// SPDX-License-Identifier: Apache-2.0
#include "hall/text/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "hall/base/embedded.h"
#include "hall/content/json_text.h"

namespace linli {
namespace {

constexpr std::string_view languages[] = {"zh-CN", "en"};

bool is_key(std::string_view text) {
    const auto allowed = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' || byte == '.';
    };
    return !text.empty() && std::ranges::all_of(text, allowed);
}

// Texts are built in: a wrong one is a mistake in the program, and no screen could say what it means.
[[noreturn]] void stop_on_broken_text(std::string_view what) {
    std::fprintf(stderr, "built-in texts are broken: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

}  // namespace

Result<Catalogue> Catalogue::parse(std::string_view json, std::string_view file_name) {
    const auto document = parse_json(json);
    if (!document) {
        const JsonFault& fault = document.error();
        return fail(ErrorCode::invalid_content, fmt::format("{}: {}: {}", file_name, fault.place, fault.reason));
    }
    if (!document->is_object())
        return fail(ErrorCode::invalid_content, fmt::format("{}: the texts must be one object", file_name));
    Catalogue catalogue;
    for (const auto& [key, value] : document->items()) {
        if (!is_key(key))
            return fail(ErrorCode::invalid_content,
                        fmt::format("{}: \"{}\": a key is made of a-z, 0-9, _ and .", file_name, key));
        if (!value.is_string())
            return fail(ErrorCode::invalid_content, fmt::format("{}: {}: this must be a text", file_name, key));
        catalogue.texts_.emplace(key, value.get<std::string>());
    }
    return catalogue;
}

const Catalogue& Catalogue::embedded(std::string_view language) {
    static const auto all = [] {
        std::map<std::string_view, Catalogue> catalogues;
        for (const std::string_view name : languages) {
            Catalogue& whole = catalogues[name];
            const std::string folder = fmt::format("assets/text/{}/", name);
            for (const EmbeddedFile& file : embedded_files()) {
                if (!file.path.starts_with(folder)) continue;
                auto part = parse(file.bytes, file.path);
                if (!part) stop_on_broken_text(part.error().message);
                for (auto& [key, text] : part->texts_)
                    if (!whole.texts_.emplace(key, text).second)
                        stop_on_broken_text(fmt::format("{}: {} is in another part too", file.path, key));
            }
        }
        return catalogues;
    }();
    const auto found = all.find(language);
    assert(found != all.end());
    return found == all.end() ? all.at(languages[0]) : found->second;
}

std::string Catalogue::text(std::string_view key, std::initializer_list<Argument> arguments) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) return std::string(key);
    std::string_view rest = found->second;
    std::string filled;
    // An argument's own braces are never looked at: it may be a person's words.
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto close = rest.find('}', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        const auto argument = std::ranges::find(arguments, name, &Argument::first);
        filled += rest.substr(0, open);
        filled +=
            argument != arguments.end() ? std::string_view(argument->second) : rest.substr(open, close + 1 - open);
        rest.remove_prefix(close + 1);
    }
    return filled.append(rest);
}

bool Catalogue::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

}  // namespace linli
