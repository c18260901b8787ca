// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/fonts.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <imgui.h>
#include <imgui_freetype.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace linli::kiosk {

namespace {

namespace fs = std::filesystem;

// Reference heights: HanaMinB beside Noto must be 0.729 as high, so that its characters get the same em.
constexpr float text_reference_px = 100;
constexpr float rare_reference_px = 72.9F;

ImFont* add(ImFontAtlas& atlas, const fs::path& path, ImFontConfig config) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return nullptr;
    struct stat status {};
    void* bytes = MAP_FAILED;
    if (::fstat(file, &status) == 0 && status.st_size > 0)
        bytes = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (bytes == MAP_FAILED) return nullptr;
    ImFont* font = atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(status.st_size), config.SizePixels, &config);
    // Set afterwards: in the config it makes ImGui copy the whole file. The mapping lives as long as the process.
    if (font != nullptr) atlas.Sources.back().FontDataOwnedByAtlas = false;
    return font;
}

ImFontConfig config_of(float reference_px, int face) {
    ImFontConfig config;
    config.SizePixels = reference_px;
    config.FontNo = static_cast<ImU32>(face);
    config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
    return config;
}

}  // namespace

Result<Fonts> Fonts::load(ImFontAtlas& atlas, const FontFiles& files) {
    Fonts fonts;
    const auto text = [&](const fs::path& path) -> ImFont* {
        ImFont* font = add(atlas, path, config_of(text_reference_px, files.text_face));
        if (font == nullptr || files.rare.empty()) return font;
        ImFontConfig rare = config_of(rare_reference_px, 0);
        rare.MergeMode = true;
        add(atlas, files.rare, rare);
        return font;
    };
    fonts.regular_ = text(files.regular);
    fonts.bold_ = text(files.bold);
    fonts.icons_ = add(atlas, files.icons, config_of(text_reference_px, 0));
    if (fonts.regular_ == nullptr || fonts.bold_ == nullptr || fonts.icons_ == nullptr)
        return fail(ErrorCode::corrupt, fmt::format("a font file cannot be read: {}, {} or {}", files.regular.string(),
                                                    files.bold.string(), files.icons.string()));
    return fonts;
}

bool Fonts::has(char32_t character) const { return regular_->IsGlyphInFont(static_cast<ImWchar>(character)); }

}  // namespace linli::kiosk
