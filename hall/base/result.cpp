// SPDX-License-Identifier: Apache-2.0
#include "hall/base/result.h"

namespace linli {

const char* name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::missing:
            return "missing";
        case ErrorCode::read_only:
            return "read_only";
        case ErrorCode::corrupt:
            return "corrupt";
        case ErrorCode::newer_version:
            return "newer_version";
        case ErrorCode::not_linli:
            return "not_linli";
        case ErrorCode::disk_full:
            return "disk_full";
        case ErrorCode::busy:
            return "busy";
        case ErrorCode::library_too_old:
            return "library_too_old";
        case ErrorCode::invalid_content:
            return "invalid_content";
        case ErrorCode::invalid_input:
            return "invalid_input";
        case ErrorCode::io:
            return "io";
    }
    return "io";
}

}  // namespace linli
