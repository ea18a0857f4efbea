#include "kiosk/uplink/county.h"

#include <curl/curl.h>

#include <memory>
#include <utility>

namespace huimin::uplink {

namespace {

constexpr std::size_t kReplyMost = 4U << 20;
// Bytes a second: what is sent over a worse line than this times out (case C13 asks for 2 KB/s).
constexpr std::size_t kSlowestLine = 1024;

std::size_t take(const char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& body = *static_cast<std::string*>(into);
  if (body.size() + size * count > kReplyMost) return 0;
  body.append(bytes, size * count);
  return size * count;
}

// curl_easy_perform's verdict in our words; figures in the notes of the format document.
NoAnswer why(CURLcode code, std::string_view details, bool clock_plausible) {
  // TLS 1.3 tells a client that its certificate is not taken only after the handshake, so that it
  // comes as an error of sending or receiving.
  const bool told_off = details.find("alert") != std::string_view::npos;
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return NoAnswer::TimedOut;
    case CURLE_PEER_FAILED_VERIFICATION:
      return clock_plausible ? NoAnswer::NotTrusted : NoAnswer::ClockWrong;
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return NoAnswer::NotTrusted;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return told_off ? NoAnswer::NotAdmitted : NoAnswer::Unreachable;
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return NoAnswer::Misconfigured;
    default: return NoAnswer::Unreachable;
  }
}

}  // namespace

std::string_view name_of(NoAnswer why) {
  switch (why) {
    case NoAnswer::Unreachable: return "unreachable";
    case NoAnswer::TimedOut: return "timed out";
    case NoAnswer::NotTrusted: return "not trusted";
    case NoAnswer::NotAdmitted: return "not admitted";
    case NoAnswer::ClockWrong: return "clock wrong";
    case NoAnswer::Misconfigured: return "misconfigured";
  }
  return "unreachable";
}

struct County::Line {
  explicit Line(CountySetup with)
      : setup(std::move(with)), curl(curl_easy_init(), curl_easy_cleanup) {
    headers.reset(curl_slist_append(nullptr, "Content-Type: application/json"));
    // Without it libcurl waits a second for a "100 Continue" before a large body.
    curl_slist_append(headers.get(), "Expect:");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_CAINFO, file("ca.pem"));
    set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
    set(CURLOPT_SSLCERT, file("tls.pem"));
    set(CURLOPT_SSLKEY, file("tls.key"));
    if (!setup.pins.empty()) set(CURLOPT_PINNEDPUBLICKEY, setup.pins.c_str());
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(setup.connect_within.count()));
    set(CURLOPT_ERRORBUFFER, details);
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_WRITEFUNCTION, take);
    set(CURLOPT_USERAGENT, "huimin-uplink/" HUIMIN_VERSION);
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(curl.get(), option, value);
  }
  // libcurl copies strings.
  const char* file(const char* name) {
    path = (setup.keys_dir / name).string();
    return path.c_str();
  }

  CountySetup setup;
  char details[CURL_ERROR_SIZE] = "";  // filled by libcurl; outlives the handle
  std::string path;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl;
  struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  std::unique_ptr<curl_slist, FreeList> headers;
};

County::County(CountySetup setup) {
  // Once per process, before any thread of ours uses the library.
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(ready);
  line_ = std::make_unique<Line>(std::move(setup));
}

County::~County() = default;

tl::expected<Reply, NoAnswer> County::post(std::string_view path, const std::string& json,
                                           bool clock_plausible) {
  Reply reply;
  const std::string url = line_->setup.url + std::string(path);
  line_->set(CURLOPT_URL, url.c_str());
  line_->set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(json.size()));
  line_->set(CURLOPT_POSTFIELDS, json.data());
  line_->set(CURLOPT_WRITEDATA, &reply.body);
  const auto sending = std::chrono::milliseconds(json.size() * 1000 / kSlowestLine);
  line_->set(CURLOPT_TIMEOUT_MS, static_cast<long>((line_->setup.answer_within + sending).count()));
  line_->details[0] = '\0';
  const CURLcode code = curl_easy_perform(line_->curl.get());
  if (code != CURLE_OK) return tl::unexpected(why(code, line_->details, clock_plausible));
  long status = 0;
  curl_easy_getinfo(line_->curl.get(), CURLINFO_RESPONSE_CODE, &status);
  reply.status = static_cast<int>(status);
  return reply;
}

}  // namespace huimin::uplink
