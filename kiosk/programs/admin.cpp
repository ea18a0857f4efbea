// kiosk-admin: one command line for set-up and audit. Each subcommand says what it reads and
// changes.

#include <CLI/CLI.hpp>
#include "kiosk/programs/admin_commands.h"
#include "kiosk/programs/command_line.h"
#include "kiosk/programs/no_core.h"

int main(int argc, char** argv) {
  huimin::programs::forbid_core_dumps();
  using namespace huimin::programs;
  CLI::App app("Set-up and audit of huimin terminals", "kiosk-admin");
  app.require_subcommand(1);
  app.failure_message(CLI::FailureMessage::simple);
  int code = 0;
  add_queue_commands(app, code);
  add_receipt_commands(app, code);
  add_catalogue_commands(app, code);
  add_config_commands(app, code);
  add_device_commands(app, code);
  add_case_commands(app, code);
  add_pki_commands(app, code);
  if (const auto stopped = parse(app, argc, argv)) return *stopped;
  return code;
}
