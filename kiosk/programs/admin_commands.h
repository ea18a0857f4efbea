#pragma once
// The subcommands of kiosk-admin. Each runs while the command line is parsed and leaves its exit
// code in `code`.

namespace CLI {
class App;
}

namespace huimin::programs {

void add_queue_commands(CLI::App& app, int& code);      // queue verify STATE, queue export STATE
void add_receipt_commands(CLI::App& app, int& code);    // receipt verify TEXT --trust DIR
void add_catalogue_commands(CLI::App& app, int& code);  // catalogue check DIR, catalogue show ID
void add_config_commands(CLI::App& app, int& code);     // config check FILE, config reference
void add_device_commands(CLI::App& app, int& code);     // device poke NAME ADDRESS
void add_case_commands(CLI::App& app, int& code);       // case audit --sqlite FILE
void add_pki_commands(CLI::App& app, int& code);        // pki demo --state DIR

}  // namespace huimin::programs
