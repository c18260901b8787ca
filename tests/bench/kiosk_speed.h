// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// Tap to presented picture on every page, and many new characters at once; with the software renderer and no display.
/// Gives whether every bound holds.
bool bench_kiosk_pages();

}  // namespace linli::bench
