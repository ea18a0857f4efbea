#include "kiosk/intake/http.h"

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <map>
#include <mutex>
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

}  // namespace

struct HttpServer::Engine {
  Engine(const HttpSetup& with, Handler how)
      : setup(with),
        handler(std::move(how)),
        io(with.io_threads),
        acceptor(io),
        pool(static_cast<std::size_t>(with.work_threads)) {}

  // Connections that wait for a request are closed by stop; those that work on one are left to
  // answer.
  struct Connection {
    explicit Connection(tcp::socket socket, ssl::context& context)
        : stream(std::move(socket), context) {}
    Stream stream;
    bool waiting = true;
  };

  void open();
  net::awaitable<void> accept();
  net::awaitable<void> serve(std::shared_ptr<Connection> connection);
  net::awaitable<bool> exchange(Connection& connection, beast::flat_buffer& buffer,
                                const std::string& terminal);
  net::awaitable<Response> handle(const Request& request);
  net::awaitable<Response> work(const Request& request);
  net::awaitable<bool> answer(Connection& connection, const Response& response, bool keep_alive);
  void shut();

  HttpSetup setup;
  Handler handler;
  ssl::context tls{ssl::context::tls_server};
  net::io_context io;
  tcp::acceptor acceptor;
  net::thread_pool pool;
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
    lowest.expires_after(std::chrono::seconds(2));
    co_await connection->stream.async_shutdown(as_result);
  }
  const std::lock_guard lock(mutex);
  connections.erase(connection.get());
}

// One request and its answer. False: the connection is over.
net::awaitable<bool> HttpServer::Engine::exchange(Connection& connection,
                                                  beast::flat_buffer& buffer,
                                                  const std::string& terminal) {
  auto& lowest = beast::get_lowest_layer(connection.stream);
  // Waiting for the first byte is idleness; from then on the whole request has one deadline.
  if (buffer.size() == 0) {
    connection.waiting = true;
    lowest.expires_after(setup.idle);
    auto [failed, size] =
        co_await connection.stream.async_read_some(buffer.prepare(4096), as_result);
    if (failed) co_return false;
    buffer.commit(size);
  }
  connection.waiting = false;
  lowest.expires_after(setup.deadline);
  http::request_parser<http::string_body> parser;
  parser.header_limit(kHeaderMost);
  parser.body_limit(setup.body_most);
  auto [failed, ignored] = co_await http::async_read(connection.stream, buffer, parser, as_result);
  static_cast<void>(ignored);
  if (failed == http::error::body_limit || failed == http::error::header_limit) {
    const Response refusal = too_large(failed == http::error::body_limit ? 413 : 431);
    const bool more = co_await answer(connection, refusal, false);
    co_return more;
  }
  if (failed) co_return false;
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

// Named functions and named values throughout: g++ 12 destroys temporaries of a co_await expression
// twice.
net::awaitable<Response> HttpServer::Engine::handle(const Request& request) {
  co_return handler(request);
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
  beast::get_lowest_layer(connection.stream).expires_after(setup.deadline);
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

std::uint16_t HttpServer::port() const { return engine_->acceptor.local_endpoint().port(); }

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
