// Opening an outbox: what is on the disk must be whole before anything is added to it.

#include <charconv>

#include "kiosk/queue/outbox_state.h"
#include "kiosk/queue/pki.h"

namespace huimin::queue {
namespace {

// A retry comes from the session that pressed "submit", at the latest after a restart.
constexpr std::int64_t kRemembered = 1'000;

std::optional<TerminalNumber> parse_terminal(const std::string& id) {
  TerminalNumber number;
  const auto part = [&id](std::size_t from, std::size_t size, auto& out) {
    const char* begin = id.data() + from;
    const auto parsed = std::from_chars(begin, begin + size, out);
    return parsed.ec == std::errc{} && parsed.ptr == begin + size;
  };
  if (id.size() != 10 || id[6] != '-') return std::nullopt;
  if (!part(0, 6, number.division) || !part(7, 3, number.terminal)) return std::nullopt;
  const bool in_range = number.division >= 100'000 && number.terminal >= 1;
  return in_range ? std::optional(number) : std::nullopt;
}

// The chain's head must be the last envelope: anything else is a damaged or tampered file.
tl::expected<bool, StoreError> head_is_last(Store& store, const ChainRow& chain,
                                            const std::string& terminal) {
  if (chain.digest() != chain.stored_digest) return false;
  auto last = store.prepare(
      "SELECT sequence, submission, sha256, waits_for, receipt, code, header, body, digest "
      "FROM envelope ORDER BY sequence DESC LIMIT 1");
  const auto found = last.step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return chain.sequence == 0;
  const EnvelopeRow row = envelope_at(last);
  const auto header = peek_header(row.header);
  // The folder of another terminal is as wrong here as a damaged one.
  return header && header->terminal == terminal && row.sequence == chain.sequence &&
         row.sha256 == chain.head && row.digest() == row.stored_digest;
}

tl::expected<ChainRow, StoreError> load_chain(Store& store, const std::string& terminal) {
  auto chain = read_chain(store);
  if (!chain) return tl::unexpected(chain.error());
  if (!*chain) {
    ChainRow fresh;
    fresh.epoch = random_epoch();
    const auto done = store.in_transaction([&] { return write_chain(store, fresh); });
    if (!done) return tl::unexpected(done.error());
    fresh.stored_digest = fresh.digest();
    *chain = fresh;
  }
  const auto whole = head_is_last(store, **chain, terminal);
  if (!whole) return tl::unexpected(whole.error());
  if (!*whole) return tl::unexpected(StoreError::Damaged);
  return **chain;
}

// Keeps this terminal's certificate beside what it signs, and learns those of earlier years.
tl::expected<void, StoreError> load_signers(Store& store, const Certificate& own,
                                            SignerBook& signers) {
  const Bytes der = own.der();
  const Hash digest = signer_digest(der);
  auto known = store.prepare("SELECT 1 FROM signer WHERE digest = ?").bind(1, ByteView(digest))
                   .step();
  if (!known) return tl::unexpected(known.error());
  if (!*known) {
    const auto done = store.in_transaction([&] {
      return store.prepare("INSERT INTO signer (certificate, digest) VALUES (?, ?)")
          .bind(1, ByteView(der)).bind(2, ByteView(digest)).run();
    });
    if (!done) return done;
  }
  auto rows = store.prepare("SELECT certificate FROM signer");
  for (auto row = rows.step(); !row || *row; row = rows.step()) {
    if (!row) return tl::unexpected(row.error());
    const auto certificate = Certificate::from_der(rows.blob(0));
    if (!certificate || !signers.add(*certificate)) return tl::unexpected(StoreError::Damaged);
  }
  return {};
}

tl::expected<std::unordered_map<std::string, std::uint64_t>, StoreError> load_submissions(
    Store& store) {
  std::unordered_map<std::string, std::uint64_t> out;
  auto rows = store.prepare(
      "SELECT submission, sequence FROM envelope ORDER BY sequence DESC LIMIT ?");
  rows.bind(1, kRemembered);
  for (auto row = rows.step(); !row || *row; row = rows.step()) {
    if (!row) return tl::unexpected(row.error());
    out.emplace(rows.text(0), static_cast<std::uint64_t>(rows.integer(1)));
  }
  return out;
}

}  // namespace

std::filesystem::path mark_file(const OutboxSetup& setup, const TerminalKeys& keys) {
  if (!setup.number_mark.empty()) return setup.number_mark;
  return default_number_mark(setup.state_dir, keys.terminal_id());
}

Outbox::Outbox(std::unique_ptr<State> state) : state_(std::move(state)) {}
Outbox::Outbox(Outbox&&) noexcept = default;
Outbox& Outbox::operator=(Outbox&&) noexcept = default;
Outbox::~Outbox() = default;

tl::expected<Outbox, OpenError> Outbox::open(const OutboxSetup& setup, const TerminalKeys& keys) {
  const auto file = setup.state_dir / kQueueFile;
  const auto problem = [&file](StoreError error) {
    return tl::unexpected(OpenError{error, file.string()});
  };
  const auto number = parse_terminal(keys.terminal_id());
  if (!number) {
    const auto certificate = setup.state_dir / "keys" / "terminal.pem";
    return tl::unexpected(OpenError{StoreError::Damaged, certificate.string()});
  }
  auto store = Store::open(setup.state_dir, StoreUse::Create);
  if (!store) return tl::unexpected(store.error());
  const auto chain = load_chain(*store, keys.terminal_id());
  if (!chain) return problem(chain.error());
  auto submissions = load_submissions(*store);
  if (!submissions) return problem(submissions.error());
  auto state = std::unique_ptr<State>(new State{setup, keys, *number, std::move(*store),
                                                SignerBook(keys.county.ca), *chain, {},
                                                std::move(*submissions)});
  const auto signers =
      load_signers(state->store, keys.terminal.certificate, state->signers);
  if (!signers) return problem(signers.error());
  if (auto mark = NumberMark::open(mark_file(setup, keys))) state->mark = std::move(*mark);
  return Outbox(std::move(state));
}

}  // namespace huimin::queue
