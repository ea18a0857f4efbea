#include "kiosk/queue/keys.h"

#include <algorithm>

#include <sys/stat.h>

#include "kiosk/queue/files.h"

namespace huimin::queue {
namespace {

constexpr std::string_view kFileScheme = "file:";

KeyError key_error(FileError error) {
  switch (error) {
    case FileError::Missing: return KeyError::Missing;
    case FileError::NotPermitted: return KeyError::Unreadable;
    case FileError::TooLarge: return KeyError::Malformed;
    case FileError::Io: return KeyError::Unreadable;
  }
  return KeyError::Unreadable;
}

tl::unexpected<KeyProblem> problem(KeyError error, const std::filesystem::path& file) {
  return tl::unexpected(KeyProblem{error, file.string()});
}

// A certificate of the right purpose from the right CA.
tl::expected<Certificate, KeyProblem> load_for(const std::filesystem::path& file, Purpose purpose,
                                               const Certificate& ca) {
  auto certificate = load_certificate(file);
  if (!certificate) return certificate;
  if (!certificate->is_for(purpose)) return problem(KeyError::WrongPurpose, file);
  if (!certificate->is_issued_by(ca)) return problem(KeyError::NotIssuedHere, file);
  return certificate;
}

// NAME.pem with NAME.key beside it.
tl::expected<Identity, KeyProblem> load_identity(const std::filesystem::path& certificate_file,
                                                 Purpose purpose, const Certificate& ca) {
  auto certificate = load_for(certificate_file, purpose, ca);
  if (!certificate) return tl::unexpected(certificate.error());
  std::filesystem::path key_file = certificate_file;
  key_file.replace_extension(".key");
  auto key = load_private_key(std::string(kFileScheme) + key_file.string());
  if (!key) return tl::unexpected(key.error());
  if (!key->belongs_to(*certificate)) return problem(KeyError::Mismatch, key_file);
  return Identity{*certificate, *key};
}

// intake-recipient.pem, intake-recipient-2025.pem, ...; newest name first is not needed: the blob
// names its own.
std::vector<std::filesystem::path> recipient_files(const std::filesystem::path& pki_dir) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(pki_dir, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("intake-recipient") && name.ends_with(".pem")) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) files.push_back(pki_dir / "intake-recipient.pem");
  return files;
}

}  // namespace

tl::expected<Certificate, KeyProblem> load_certificate(const std::filesystem::path& file) {
  auto content = read_file(file);
  if (!content) return problem(key_error(content.error()), file);
  auto certificate = Certificate::from_pem(content->text());
  if (!certificate) return problem(certificate.error(), file);
  return *certificate;
}

tl::expected<PrivateKey, KeyProblem> load_private_key(std::string_view uri) {
  if (!uri.starts_with(kFileScheme)) return problem(KeyError::Unsupported, std::string(uri));
  const std::filesystem::path file(uri.substr(kFileScheme.size()));
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return problem(KeyError::OpenToOthers, file);
  }
  auto content = read_file(file);
  if (!content) return problem(key_error(content.error()), file);
  auto key = PrivateKey::from_pem(content->text());
  if (!key) return problem(key.error(), file);
  return *key;
}

tl::expected<CountyCertificates, KeyProblem> load_county_certificates(
    const std::filesystem::path& keys_dir) {
  auto ca = load_certificate(keys_dir / "ca.pem");
  if (!ca) return tl::unexpected(ca.error());
  auto recipient = load_for(keys_dir / "intake-recipient.pem", Purpose::Recipient, *ca);
  if (!recipient) return tl::unexpected(recipient.error());
  auto signing = load_for(keys_dir / "intake-signing.pem", Purpose::IntakeSigning, *ca);
  if (!signing) return tl::unexpected(signing.error());
  return CountyCertificates{*ca, *recipient, *signing};
}

tl::expected<TerminalKeys, KeyProblem> load_terminal_keys(const std::filesystem::path& keys_dir) {
  auto county = load_county_certificates(keys_dir);
  if (!county) return tl::unexpected(county.error());
  auto terminal = load_identity(keys_dir / "terminal.pem", Purpose::Terminal, county->ca);
  if (!terminal) return tl::unexpected(terminal.error());
  return TerminalKeys{*terminal, *county};
}

tl::expected<IntakeKeys, KeyProblem> load_intake_keys(const std::filesystem::path& pki_dir) {
  auto ca = load_certificate(pki_dir / "ca.pem");
  if (!ca) return tl::unexpected(ca.error());
  auto signing = load_identity(pki_dir / "intake-signing.pem", Purpose::IntakeSigning, *ca);
  if (!signing) return tl::unexpected(signing.error());
  IntakeKeys keys{*ca, *signing, {}};
  for (const auto& file : recipient_files(pki_dir)) {
    auto recipient = load_identity(file, Purpose::Recipient, *ca);
    if (!recipient) return tl::unexpected(recipient.error());
    keys.recipients.push_back(*recipient);
  }
  return keys;
}

}  // namespace huimin::queue
