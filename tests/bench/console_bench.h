// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

// The real linli-console as a child, over real sockets of loopback. Each prints its rows and gives whether all hold.

/// From the click on "next" at one console, over TLS, to the board's picture and to the streams of 50 consoles, while a
/// board, a kiosk and their readers are at work.
bool bench_console_clicks(int clicks);
/// Numbers and orders over HTTP beside the disk's own rate.
bool bench_console_commands();
/// Memory of the console that nobody uses, and with 200 event streams.
bool bench_console_memory();
/// Half-open connections and endless headers, and how others are served meanwhile.
bool bench_console_siege(int seconds);
/// Twenty consoles press next together, for so long; the journal says who was called.
bool bench_console_together(int seconds);
/// What a browser loads before the first page stands.
bool bench_first_page();

}  // namespace linli::bench
