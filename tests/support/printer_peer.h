// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/temp_folder.h"

namespace linli::support {

/// A ticket printer for tests, at the other end of a pty or of a TCP connection: it answers DLE EOT, runs out of paper
/// after so many bytes, says nothing, talks nonsense, stands still, goes away; and keeps a record of every paper that a
/// person could hold in their hand. That record is what tests of the spooler are judged by.
class PrinterPeer {
public:
    enum class Wire : std::uint8_t { serial, tcp };
    enum class Answers : std::uint8_t { status, nothing, nonsense };
    struct Behaviour {
        Answers answers = Answers::status;
        bool cover_open = false, paper_out = false, near_end = false, cutter_stuck = false, offline = false;
        bool says_unasked = false;                     ///< a byte that is no status before each answer
        std::optional<std::size_t> paper_out_after{};  ///< bytes of slips, from now on
        std::optional<std::size_t> stands_still_after{};
        std::optional<std::size_t> goes_away_after{};
        std::optional<std::size_t> silent_after{};  ///< prints on, and answers no more
    };

    explicit PrinterPeer(Wire wire);
    ~PrinterPeer();
    PrinterPeer(const PrinterPeer&) = delete;
    PrinterPeer& operator=(const PrinterPeer&) = delete;

    /// As the setting printer.address has it. The same after it was plugged in again.
    std::string address() const;
    void behave(const Behaviour& behaviour);
    void unplug();
    void plug_in();

    /// A paper: what stands on it, and whether it was cut off at its end or torn out half-way.
    struct Paper {
        std::string text;  ///< its bytes
        bool whole = false;
        std::string legible;  ///< the same with a # for each byte of dots, which are no letters whatever they look like
    };
    std::vector<Paper> papers();
    /// The same, with what has been printed so far of one that is not cut yet.
    std::vector<Paper> papers_and_rest();
    std::size_t questions();

private:
    void run();
    void open_wire();
    void close_wire();
    void accept_one();
    void take(unsigned char byte);
    void answer(unsigned char question);
    void print(unsigned char byte);
    void begin_picture();
    void tear_off();
    bool reached(const std::optional<std::size_t>& limit) const { return limit && printed_ >= *limit; }

    const Wire wire_;
    TempFolder folder_;
    std::mutex mutex_;
    Behaviour behaviour_;
    std::vector<Paper> papers_;
    std::string current_, legible_;
    std::string question_;       ///< the bytes of a DLE EOT so far
    std::size_t dots_left_ = 0;  ///< bytes of a picture (GS v 0) that it still waits for, whatever they are
    std::size_t printed_ = 0;    ///< bytes of slips since behave()
    std::size_t questions_ = 0;
    int port_ = 0;
    int listener_ = -1, connection_ = -1, other_end_ = -1;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace linli::support
