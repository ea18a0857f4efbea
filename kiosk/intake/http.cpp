#include "kiosk/intake/http.h"

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "kiosk/intake/problem.h"
#include "kiosk/queue/certificate.h"

namespace huimin::intake {

namespace net = boost::asio;
namespace ssl = boost::asio::ssl;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;

namespace {

constexpr auto as_result = net::as_tuple(net::use_awaitable);
constexpr std::uint32_t kHeaderMost = 16U << 10;
// Too many open files: let some close before accepting again.
constexpr std::chrono::milliseconds kAcceptPause{50};
// A connection closed with bytes unread would take back the answer just sent.
constexpr std::chrono::milliseconds kGoodbye{2'000};

using Stream = beast::ssl_stream<beast::tcp_stream>;

// Empty when the certificate is not one for a terminal's TLS.
std::string terminal_of(Stream& stream) {
  X509* owned = SSL_get1_peer_certificate(stream.native_handle());
  if (owned == nullptr) return {};
  const queue::Certificate certificate(owned);
  return certificate.is_for(queue::Purpose::TerminalTls) ? certificate.common_name()
                                                         : std::string();
}

Response too_large(int status) {
  return respond({status, "too-large", "The request is too large", "terminal"});
}

// What to say about a request that could not be read; nothing when nobody is there to hear it.
std::optional<Response> refusal_of(const boost::system::error_code& failed) {
  if (failed == http::error::body_limit) return too_large(413);
  if (failed == http::error::header_limit) return too_large(431);
  const bool cut = failed == http::error::end_of_stream || failed == http::error::partial_message;
  static const auto& category = http::make_error_code(http::error::bad_version).category();
  if (cut || failed.category() != category) return std::nullopt;
  return respond({400, "malformed", "The request is not HTTP", "terminal"});
}

}  // namespace

struct HttpServer::Engine {
  Engine(const HttpSetup& with, Handler how)
      : setup(with),
        handler(std::move(how)),
        io(with.io_threads),
        acceptor(io),
        pool(static_cast<std::size_t>(with.work_threads)) {}

  // Used on its own strand only.
  struct Connection {
    explicit Connection(tcp::socket socket, ssl::context& context)
        : stream(std::move(socket), context) {}
    Stream stream;
    // Until a whole request is here: stop closes such a connection; one that works on a request is
    // left to answer.
    bool waiting = true;
    bool lost = false;  // nobody is there to say goodbye to
  };

  void open();
  net::awaitable<void> accept();
  net::awaitable<void> serve(std::shared_ptr<Connection> connection);
  net::awaitable<bool> exchange(Connection& connection, beast::flat_buffer& buffer,
                                const std::string& terminal);
  net::awaitable<boost::system::error_code> read(Connection& connection, beast::flat_buffer& buffer,
                                                 http::request_parser<http::string_body>& parser);
  net::awaitable<Response> handle(const Request& request);
  net::awaitable<Response> work(const Request& request);
  net::awaitable<bool> answer(Connection& connection, const Response& response, bool keep_alive);
  // For so many bytes over the slowest line that is still served.
  std::chrono::milliseconds within(std::uint64_t bytes) const;
  void shut();

  HttpSetup setup;
  Handler handler;
  ssl::context tls{ssl::context::tls_server};
  net::io_context io;
  tcp::acceptor acceptor;
  net::thread_pool pool;
  std::uint16_t port = 0;
  std::atomic<bool> stopping{false};
  std::mutex mutex;
  std::map<Connection*, std::weak_ptr<Connection>> connections;
};

void HttpServer::Engine::open() {
  tls.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                  ssl::context::no_tlsv1_1);
  tls.use_certificate_chain_file(setup.certificate.string());
  tls.use_private_key_file(setup.key.string(), ssl::context::pem);
  tls.load_verify_file(setup.ca.string());
  tls.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
  static constexpr unsigned char kSessions[] = "huimin-intake";
  SSL_CTX_set_session_id_context(tls.native_handle(), kSessions, sizeof kSessions - 1);
  SSL_CTX_set_mode(tls.native_handle(), SSL_MODE_RELEASE_BUFFERS);

  const tcp::endpoint place(net::ip::make_address(setup.host), setup.port);
  acceptor.open(place.protocol());
  acceptor.set_option(net::socket_base::reuse_address(true));
  acceptor.bind(place);
  acceptor.listen(net::socket_base::max_listen_connections);
  port = acceptor.local_endpoint().port();
}

std::chrono::milliseconds HttpServer::Engine::within(std::uint64_t bytes) const {
  return setup.deadline + std::chrono::milliseconds(bytes * 1000 / setup.slowest_line);
}

net::awaitable<void> HttpServer::Engine::accept() {
  while (!stopping) {
    auto [failed, socket] = co_await acceptor.async_accept(net::make_strand(io), as_result);
    if (failed == net::error::operation_aborted || stopping) co_return;
    if (failed) {
      net::steady_timer pause(co_await net::this_coro::executor, kAcceptPause);
      co_await pause.async_wait(as_result);
      continue;
    }
    const auto strand = socket.get_executor();
    auto connection = std::make_shared<Connection>(std::move(socket), tls);
    {
      const std::lock_guard lock(mutex);
      connections[connection.get()] = connection;
    }
    // Else `shut` has seen it in the list and closes it.
    if (stopping) co_return;
    net::co_spawn(strand, serve(std::move(connection)), net::detached);
  }
}

net::awaitable<void> HttpServer::Engine::serve(std::shared_ptr<Connection> connection) {
  auto& lowest = beast::get_lowest_layer(connection->stream);
  lowest.expires_after(setup.deadline);
  auto [failed] = co_await connection->stream.async_handshake(ssl::stream_base::server, as_result);
  const std::string terminal = failed ? std::string() : terminal_of(connection->stream);
  if (!terminal.empty()) {
    beast::flat_buffer buffer;
    while (!stopping && co_await exchange(*connection, buffer, terminal)) {
    }
    if (!connection->lost) {
      lowest.expires_after(kGoodbye);
      co_await connection->stream.async_shutdown(as_result);
    }
  }
  const std::lock_guard lock(mutex);
  connections.erase(connection.get());
}

// One request and its answer. False: the connection is over.
net::awaitable<bool> HttpServer::Engine::exchange(Connection& connection,
                                                  beast::flat_buffer& buffer,
                                                  const std::string& terminal) {
  connection.waiting = true;
  http::request_parser<http::string_body> parser;
  const boost::system::error_code failed = co_await read(connection, buffer, parser);
  if (failed) {
    const std::optional<Response> refusal = refusal_of(failed);
    connection.lost = !refusal;
    if (!refusal) co_return false;
    const bool more = co_await answer(connection, *refusal, false);
    co_return more;
  }
  connection.waiting = false;
  auto message = parser.release();
  Request request;
  request.method = std::string(message.method_string());
  const std::string target(message.target());
  request.path = target.substr(0, target.find('?'));
  request.body = std::move(message.body());
  request.terminal = terminal;
  const Response response = co_await work(request);
  const bool keep_alive = message.keep_alive() && !stopping;
  const bool more = co_await answer(connection, response, keep_alive);
  co_return more;
}

// Waiting for the first byte is idleness; from then on the head has one deadline and the body
// another.
net::awaitable<boost::system::error_code> HttpServer::Engine::read(
    Connection& connection, beast::flat_buffer& buffer,
    http::request_parser<http::string_body>& parser) {
  auto& lowest = beast::get_lowest_layer(connection.stream);
  if (buffer.size() == 0) {
    lowest.expires_after(setup.idle);
    auto [failed, size] =
        co_await connection.stream.async_read_some(buffer.prepare(4096), as_result);
    if (failed) co_return failed;
    buffer.commit(size);
  }
  parser.header_limit(kHeaderMost);
  parser.body_limit(setup.body_most);
  lowest.expires_after(setup.deadline);
  auto [bad_head, head_size] =
      co_await http::async_read_header(connection.stream, buffer, parser, as_result);
  static_cast<void>(head_size);
  if (bad_head) co_return bad_head;
  const std::uint64_t announced = parser.content_length().value_or(0);
  lowest.expires_after(within(announced));
  auto [bad_body, body_size] =
      co_await http::async_read(connection.stream, buffer, parser, as_result);
  static_cast<void>(body_size);
  co_return bad_body;
}

// Named functions and named values throughout: g++ 12 destroys temporaries of a co_await expression
// twice.
net::awaitable<Response> HttpServer::Engine::handle(const Request& request) {
  Response response = respond({500, "failed", "The county could not work on this now", "county"});
  try {
    response = handler(request);
  } catch (const std::exception&) {
    // Out of memory, most likely: one request fails, not its connection and not the program.
  }
  co_return response;
}

// On the working pool, so that the threads that move bytes never wait.
net::awaitable<Response> HttpServer::Engine::work(const Request& request) {
  Response response = co_await net::co_spawn(pool, handle(request), net::use_awaitable);
  co_return response;
}

net::awaitable<bool> HttpServer::Engine::answer(Connection& connection, const Response& response,
                                                bool keep_alive) {
  http::response<http::string_body> message;
  message.result(static_cast<unsigned>(response.status));
  message.set(http::field::content_type, response.type);
  message.set(http::field::cache_control, "no-store");
  message.body() = response.body;
  message.keep_alive(keep_alive);
  message.prepare_payload();
  beast::get_lowest_layer(connection.stream).expires_after(within(response.body.size()));
  auto [failed, size] = co_await http::async_write(connection.stream, message, as_result);
  static_cast<void>(size);
  co_return !failed && keep_alive;
}

void HttpServer::Engine::shut() {
  stopping = true;
  net::post(io, [this] {
    boost::system::error_code ignored;
    acceptor.close(ignored);
  });
  const std::lock_guard lock(mutex);
  for (const auto& each : connections) {
    if (auto connection = each.second.lock()) {
      net::post(connection->stream.get_executor(), [connection] {
        if (connection->waiting) beast::get_lowest_layer(connection->stream).cancel();
      });
    }
  }
}

tl::expected<std::unique_ptr<HttpServer>, std::string> HttpServer::listen(const HttpSetup& setup,
                                                                          Handler handler) {
  auto engine = std::make_unique<Engine>(setup, std::move(handler));
  try {
    engine->open();
  } catch (const boost::system::system_error& error) {
    const std::string place = setup.host + ":" + std::to_string(setup.port);
    if (error.code() == net::error::address_in_use) {
      return tl::unexpected("port taken: " + place + " is in use; choose another with --listen");
    }
    return tl::unexpected("cannot listen on " + place + " with the keys in " +
                          setup.key.parent_path().string() + ": " + error.code().message());
  }
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(engine)));
}

HttpServer::HttpServer(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return engine_->port; }

void HttpServer::run() {
  net::co_spawn(engine_->io, engine_->accept(), net::detached);
  std::vector<std::jthread> more;
  for (int i = 1; i < engine_->setup.io_threads; ++i)
    more.emplace_back([this] { engine_->io.run(); });
  engine_->io.run();
  more.clear();
  engine_->pool.join();
}

void HttpServer::stop() { engine_->shut(); }

}  // namespace huimin::intake
