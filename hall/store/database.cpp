// SPDX-License-Identifier: Apache-2.0
#include "hall/store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <thread>
#include <utility>

#include "hall/base/embedded.h"

namespace linli {
namespace {

constexpr int application_id = 0x4C4E4C31;  // "LNL1", in the header of every hall.db
constexpr int oldest_library_number = 3'051'003;
constexpr int busy_wait_ms_max = 5000;
constexpr std::string_view schema_folder = "hall/store/schema/";

// EFBIG: the file system or a limit lets the file grow no further, which is the same to who wants to write.
ErrorCode code_of_errno(int system_errno, ErrorCode otherwise) {
    switch (system_errno) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return ErrorCode::disk_full;
        case EISDIR:
            return ErrorCode::not_linli;
        case ENOENT:
            return ErrorCode::missing;
        default:
            return otherwise;
    }
}

ErrorCode code_of(int sqlite_code, int system_errno) {
    switch (sqlite_code & 0xFF) {
        case SQLITE_FULL:
            return ErrorCode::disk_full;
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return ErrorCode::read_only;
        // SQLite tells errno for these two alone; with others it is that of some earlier failure.
        case SQLITE_CANTOPEN:
            return code_of_errno(system_errno, ErrorCode::read_only);
        case SQLITE_IOERR:
            return code_of_errno(system_errno, ErrorCode::io);
        case SQLITE_CORRUPT:
            return ErrorCode::corrupt;
        case SQLITE_NOTADB:
            return ErrorCode::not_linli;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorCode::busy;
        default:
            return ErrorCode::io;
    }
}

tl::unexpected<Error> failure(sqlite3* handle, std::string_view doing) {
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    const int system_errno = handle ? sqlite3_system_errno(handle) : 0;
    return fail(code_of(code, system_errno),
                fmt::format("{}: {} (SQLite code {})", doing, handle ? sqlite3_errmsg(handle) : "out of memory", code));
}

using SteadyTime = std::chrono::steady_clock::time_point;

// When this thread last met another program at the database.
thread_local SteadyTime met_another;

int random_pause_us() {
    thread_local std::minstd_rand random(std::random_device{}());
    return std::uniform_int_distribution<int>(500, 2000)(random);
}

// Who writes again and again leaves the others only an instant between two transactions, which their sleeps miss. Where
// others were met lately, one therefore steps back as long as they sleep before writing again.
void step_back() {
    constexpr std::chrono::milliseconds lately{200};
    if (std::chrono::steady_clock::now() - met_another < lately)
        std::this_thread::sleep_for(std::chrono::microseconds(random_pause_us()));
}

// SQLite's own handler sleeps in steps that grow, so that the one who has waited longest waits on. Short random sleeps
// give everybody the same chance.
int wait_fairly(void*, int tries) {
    thread_local int waited_us = 0;
    met_another = std::chrono::steady_clock::now();
    if (tries == 0) waited_us = 0;
    if (waited_us > busy_wait_ms_max * 1000) return 0;
    const int pause_us = random_pause_us();
    std::this_thread::sleep_for(std::chrono::microseconds(pause_us));
    waited_us += pause_us;
    return 1;
}

struct Migration {
    int version = 0;
    std::string_view sql;
};

std::vector<Migration> migrations() {
    std::vector<Migration> all;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with(schema_folder)) continue;
        const std::string number(file.path.substr(schema_folder.size(), 3));
        all.push_back({std::stoi(number), file.bytes});
    }
    return all;  // embedded files are in the order of their names
}

}  // namespace

Status check_library_version(int version_number) {
    if (version_number >= oldest_library_number) return {};
    return fail(
        ErrorCode::library_too_old,
        fmt::format("SQLite {}.{}.{} is linked, and Linli needs 3.51.3 or later: older ones can lose records when "
                    "several programs share one database",
                    version_number / 1'000'000, version_number / 1000 % 1000, version_number % 1000));
}

Statement::Statement(Statement&& other) noexcept : handle_(other.handle_) { other.handle_ = nullptr; }
Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}
Statement::~Statement() { sqlite3_finalize(handle_); }

Query::Query(Statement& statement) : handle_(statement.handle_) {}
Query::~Query() {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
}

Query& Query::bind(std::int64_t value) {
    fault_ |= sqlite3_bind_int64(handle_, ++bound_, value);
    return *this;
}
Query& Query::bind(double value) {
    fault_ |= sqlite3_bind_double(handle_, ++bound_, value);
    return *this;
}
Query& Query::bind(std::string_view text) {
    // A null pointer would bind NULL where an empty text is meant.
    const char* bytes = text.data() ? text.data() : "";
    fault_ |= sqlite3_bind_text64(handle_, ++bound_, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}
Query& Query::bind_blob(std::string_view bytes) {
    fault_ |= sqlite3_bind_blob64(handle_, ++bound_, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    return *this;
}
Query& Query::bind_null() {
    fault_ |= sqlite3_bind_null(handle_, ++bound_);
    return *this;
}

Result<bool> Query::step() {
    if (fault_ != SQLITE_OK) return failure(sqlite3_db_handle(handle_), "binding a value");
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return failure(sqlite3_db_handle(handle_), sqlite3_sql(handle_));
}

Status Query::run() {
    LINLI_TRY(step());
    return {};
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(handle_, column); }
double Query::real(int column) const { return sqlite3_column_double(handle_, column); }
std::string Query::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))) : std::string();
}
std::optional<std::int64_t> Query::integer_or_nothing(int column) const {
    if (sqlite3_column_type(handle_, column) == SQLITE_NULL) return {};
    return integer(column);
}
std::optional<std::string> Query::text_or_nothing(int column) const {
    if (sqlite3_column_type(handle_, column) == SQLITE_NULL) return {};
    return text(column);
}

Transaction::~Transaction() {
    // After an error SQLite may have rolled back by itself; a second ROLLBACK would only be a complaint.
    if (!database_ || sqlite3_get_autocommit(database_->handle_)) return;
    (void)database_->execute_quietly(level_ == Level::whole ? "ROLLBACK" : "ROLLBACK TO act; RELEASE act");
}

Status Transaction::commit() {
    LINLI_TRY(database_->execute(level_ == Level::whole ? "COMMIT" : "RELEASE act"));
    database_ = nullptr;
    return {};
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, OpenMode mode) {
    LINLI_TRY(check_library_version(sqlite3_libversion_number()));
    std::error_code ignored;
    if (mode == OpenMode::existing && !std::filesystem::exists(path, ignored))
        return fail(ErrorCode::missing, fmt::format("there is no database at {}", path.string()));
    std::unique_ptr<Database> database(new Database(path));
    LINLI_TRY(database->connect(mode));
    LINLI_TRY(database->check_owner(mode));
    LINLI_TRY(database->migrate());
    LINLI_TRY_ASSIGN(database->data_version_, database->prepare("PRAGMA data_version"));
    return database;
}

Status Database::connect(OpenMode mode) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (mode == OpenMode::create ? SQLITE_OPEN_CREATE : 0);
    const std::string doing = fmt::format("opening {}", path_.string());
    if (sqlite3_open_v2(path_.c_str(), &handle_, flags, nullptr) != SQLITE_OK) return failure(handle_, doing);
    if (sqlite3_db_readonly(handle_, "main") == 1)
        return fail(ErrorCode::read_only, fmt::format("{}: the file or its folder cannot be written", doing));
    sqlite3_busy_handler(handle_, wait_fairly, nullptr);
    LINLI_TRY(execute("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON"));
    return {};
}

Status Database::check_owner(OpenMode mode) {
    LINLI_TRY_ASSIGN(Statement statement, prepare("SELECT (SELECT application_id FROM pragma_application_id), "
                                                  "(SELECT user_version FROM pragma_user_version), "
                                                  "(SELECT count(*) FROM sqlite_schema)"));
    Query query(statement);
    LINLI_TRY(query.step());
    const bool is_new = query.integer(0) == 0 && query.integer(2) == 0;
    if (!is_new && query.integer(0) != application_id)
        return fail(ErrorCode::not_linli, fmt::format("{} is a database of some other program", path_.string()));
    if (is_new && mode == OpenMode::existing)
        return fail(ErrorCode::corrupt,
                    fmt::format("{} is empty: it was never set up, or it was cut off", path_.string()));
    const std::int64_t newest = migrations().back().version;
    if (query.integer(1) > newest)
        return fail(ErrorCode::newer_version,
                    fmt::format("{} has schema {}, and this program knows up to {}: it was made "
                                "by a newer Linli",
                                path_.string(), query.integer(1), newest));
    return {};
}

Status Database::migrate() {
    LINLI_TRY(
        execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; "
                "PRAGMA journal_size_limit=8388608"));
    LINLI_TRY_ASSIGN(Statement version, prepare("SELECT user_version FROM pragma_user_version"));
    const auto read_version = [&]() -> Result<std::int64_t> {
        Query query(version);
        LINLI_TRY(query.step());
        return query.integer(0);
    };
    LINLI_TRY_ASSIGN(const std::int64_t before, read_version());
    if (before == migrations().back().version) return {};
    LINLI_TRY_ASSIGN(Transaction transaction, begin_write());
    LINLI_TRY_ASSIGN(const std::int64_t installed, read_version());  // another program may have been quicker
    for (const Migration& migration : migrations()) {
        if (migration.version <= installed) continue;
        LINLI_TRY(execute(migration.sql));
        LINLI_TRY(execute(fmt::format("PRAGMA user_version={}", migration.version)));
    }
    LINLI_TRY(execute(fmt::format("PRAGMA application_id={}", application_id)));
    return transaction.commit();
}

Result<std::int64_t> Database::schema_version() {
    LINLI_TRY_ASSIGN(Statement version, prepare("SELECT user_version FROM pragma_user_version"));
    Query query(version);
    LINLI_TRY(query.step());
    return query.integer(0);
}

Database::~Database() {
    data_version_ = Statement();
    sqlite3_close_v2(handle_);
}

Result<Statement> Database::prepare(std::string_view sql) {
    Statement statement;
    if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement.handle_, nullptr) != SQLITE_OK)
        return failure(handle_, sql);
    return statement;
}

Status Database::execute(std::string_view sql) {
    const std::string terminated(sql);
    if (sqlite3_exec(handle_, terminated.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(handle_, sql.substr(0, 80));
    return {};
}

Status Database::execute_quietly(const char* sql) {
    sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    return {};
}

Result<Transaction> Database::begin_write() {
    if (together_ != Together::begun) {
        step_back();
        // IMMEDIATE: a reader that turns into a writer fails at once with BUSY_SNAPSHOT, whatever the busy handler
        // says.
        LINLI_TRY(execute("BEGIN IMMEDIATE"));
        if (together_ == Together::no) return Transaction(*this, Transaction::Level::whole);
        together_ = Together::begun;
    }
    return begin_savepoint();
}

Result<Transaction> Database::begin_read() {
    if (together_ == Together::begun) return begin_savepoint();
    LINLI_TRY(execute("BEGIN"));
    return Transaction(*this, Transaction::Level::whole);
}

Result<Transaction> Database::begin_savepoint() {
    // Outside of a transaction a savepoint would begin one of its own, and its release would commit it.
    if (lost_together()) return fail(ErrorCode::io, "an earlier write of those made together failed");
    LINLI_TRY(execute("SAVEPOINT act"));
    return Transaction(*this, Transaction::Level::savepoint);
}

void Database::begin_together() { together_ = Together::asked; }

bool Database::lost_together() const { return together_ == Together::begun && sqlite3_get_autocommit(handle_) != 0; }

void Database::undo_together() {
    const bool lost = lost_together();
    if (std::exchange(together_, Together::no) == Together::begun && !lost) (void)execute_quietly("ROLLBACK");
}

Status Database::commit_together() {
    const bool lost = lost_together();
    if (std::exchange(together_, Together::no) != Together::begun) return {};
    if (lost) return fail(ErrorCode::io, "one write of those made together failed, and none was kept");
    Status done = execute("COMMIT");
    if (!done && !sqlite3_get_autocommit(handle_)) (void)execute_quietly("ROLLBACK");
    return done;
}

Result<std::int64_t> Database::data_version() {
    Query query(data_version_);
    LINLI_TRY(query.step());
    return query.integer(0);
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

Result<std::vector<std::string>> Database::integrity_faults() {
    LINLI_TRY_ASSIGN(Statement statement, prepare("PRAGMA integrity_check(20)"));
    Query query(statement);
    std::vector<std::string> faults;
    while (true) {
        LINLI_TRY_ASSIGN(const bool row, query.step());
        if (!row) break;
        if (query.text(0) != "ok") faults.push_back(query.text(0));
    }
    return faults;
}

std::string Database::library_version() { return sqlite3_libversion(); }

}  // namespace linli
