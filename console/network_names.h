// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "console/command_line.h"
#include "web/server/certificate.h"

namespace linli::console {

/// How browsers on the hall's network can name this box: what the command line says, the machine's own name (also with
/// .local, by which phones find it), and its addresses as they are now.
web::CertificateWishes certificate_wishes(const CommandLine& order);
/// The one to be shown to people: the first named, else the first IPv4 address, else the machine's name.
std::string shown_name(const web::CertificateWishes& wishes);

}  // namespace linli::console
