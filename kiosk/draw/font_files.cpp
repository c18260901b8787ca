// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/font_files.h"

#include <algorithm>

namespace linli::kiosk {

namespace {

namespace fs = std::filesystem;

constexpr int noto_simplified_face = 2;

std::vector<fs::path> font_files_below(const std::vector<fs::path>& folders) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& folder : folders)
        for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, ignored), end;
             it != end; it.increment(ignored))
            if (const auto suffix = it->path().extension(); suffix == ".ttc" || suffix == ".ttf" || suffix == ".otf")
                files.push_back(it->path());
    std::sort(files.begin(), files.end());
    return files;
}

fs::path first_named(const std::vector<fs::path>& files, std::initializer_list<std::string_view> beginnings) {
    for (const auto beginning : beginnings)
        for (const auto& file : files)
            if (file.filename().string().starts_with(beginning)) return file;
    return {};
}

}  // namespace

Result<FontFiles> FontFiles::find(const std::vector<fs::path>& folders) {
    const auto files = font_files_below(folders);
    FontFiles found;
    found.regular = first_named(files, {"NotoSansCJK-Regular", "NotoSansCJKsc-Regular", "NotoSansCJK", "NotoSerifCJK",
                                        "SourceHanSansSC-Regular", "SourceHanSans", "wqy-microhei", "wqy-zenhei",
                                        "DroidSansFallback", "LXGWWenKai", "uming", "ukai"});
    if (found.regular.empty())
        return fail(ErrorCode::missing,
                    "no font with Chinese characters is installed; install the package fonts-noto-cjk");
    found.bold =
        first_named(files, {"NotoSansCJK-Bold", "NotoSansCJKsc-Bold", "NotoSerifCJK-Bold", "SourceHanSansSC-Bold"});
    if (found.bold.empty()) found.bold = found.regular;
    found.text_face =
        found.regular.extension() == ".ttc" && found.regular.filename().string().find("CJK") != std::string::npos
            ? noto_simplified_face
            : 0;
    found.rare = first_named(files, {"HanaMinB"});
    found.icons = first_named(files, {"MaterialIcons-Regular"});
    if (found.icons.empty())
        return fail(ErrorCode::missing,
                    "the icon font is not installed; install the package fonts-material-design-icons-iconfont");
    return found;
}

}  // namespace linli::kiosk
