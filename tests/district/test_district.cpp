// SPDX-License-Identifier: Apache-2.0
#include "tests/district/test_district.h"

#include "hall/base/bytes.h"
#include "hall/base/uuid.h"
#include "tests/support/postgres_server.h"

namespace linli::district::tests {
namespace {

std::string new_schema() {
    static int schemas = 0;
    const std::string schema = "test_" + std::to_string(++schemas);
    auto connection = value_of(open_connection({{}, support::PostgresServer::of_this_program().conninfo("public")}));
    value_of(connection->execute("CREATE SCHEMA " + schema));
    return schema;
}

}  // namespace

TestDistrict::TestDistrict(Driver driver) {
    start_crypto();
    if (driver == Driver::sqlite)
        place_.file = folder_.file("district.db");
    else
        place_.conninfo = support::PostgresServer::of_this_program().conninfo(new_schema());
    connection_ = another();
    value_of(prepare_database(*connection_, monday_ms));
}

HallRow TestDistrict::add_hall(const std::string& name) {
    const HallRow hall{new_uuid(monday_ms), name, "Asia/Shanghai", HallState::active, monday_ms, random_bytes(32)};
    value_of(insert_hall(*connection_, hall));
    return hall;
}

std::int64_t TestDistrict::count(const std::string& sql) {
    return value_of(connection_->run({sql.substr(0, 60), sql}, {})).at(0).integer(0);
}

}  // namespace linli::district::tests
