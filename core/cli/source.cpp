#include "cli/source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "cli/output.h"

namespace prequal::cli {
namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;
constexpr std::size_t kInMemory = std::size_t{4} * 1024 * 1024;

}  // namespace

Source::Source(std::string_view path) : name_(path == "-" ? "standard input" : path), chunk_(kChunk) {
  if (path == "-") {
    descriptor_ = STDIN_FILENO;
  } else {
    descriptor_ = ::open(name_.c_str(), O_RDONLY | O_CLOEXEC);
    own_ = descriptor_ >= 0;
  }
  struct stat about{};
  if (descriptor_ < 0 || ::fstat(descriptor_, &about) != 0) {
    fail(errno, {});
    return;
  }
  if (S_ISDIR(about.st_mode)) {
    fail(EISDIR, {});
  } else if (S_ISREG(about.st_mode)) {
    // Standard input may be a file of which somebody has read a part; that part is not ours.
    seekable_ = ::lseek(descriptor_, 0, SEEK_CUR) == 0;
    size_ = static_cast<std::uint64_t>(about.st_size);
  }
}

Source::~Source() {
  if (own_) (void)::close(descriptor_);
}

bool Source::is_terminal() const {
  return ::isatty(descriptor_) == 1;
}

void Source::fail(int error, std::string_view what) {
  failure_ = Problem{.code = Code::file_read, .subject = name_, .detail = std::string(what) + system_message(error)};
}

std::size_t Source::read_some(int descriptor) {
  while (!failure_) {
    const ssize_t count = ::read(descriptor, chunk_.data(), chunk_.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd ready{.fd = descriptor, .events = POLLIN, .revents = 0};
      (void)::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      fail(errno, {});
    }
  }
  return 0;
}

std::string_view Source::read() {
  if (replaying_ && !kept_.empty()) {
    kept_.swap(replayed_);
    kept_.clear();
    return replayed_;
  }
  if (replaying_ && spool_) {
    const std::size_t count = read_some(::fileno(spool_.get()));
    if (count > 0 || failure_) return {chunk_.data(), count};
    spool_.reset();
  }
  if (gone_) return {};
  const std::string_view bytes{chunk_.data(), read_some(descriptor_)};
  if (recording_) record(bytes);
  return failure_ ? std::string_view{} : bytes;
}

void Source::record(std::string_view bytes) {
  gone_ = bytes.empty();
  if (!spool_ && kept_.size() + bytes.size() <= kInMemory) {
    kept_.append(bytes);
    return;
  }
  if (!spool_) spool_.reset(std::tmpfile());
  if (!spool_) {
    fail(errno, "a temporary file is needed to find its newest time: ");
    return;
  }
  while (!bytes.empty() && !failure_) {
    const ssize_t count = ::write(::fileno(spool_.get()), bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      fail(errno, "the temporary file that is needed to find its newest time: ");
    }
  }
}

void Source::rewind() {
  if (seekable_) {
    if (::lseek(descriptor_, 0, SEEK_SET) != 0) fail(errno, {});
    return;
  }
  recording_ = false;
  replaying_ = true;
  if (spool_ && ::lseek(::fileno(spool_.get()), 0, SEEK_SET) != 0) fail(errno, {});
}

std::string read_whole(Source& source, std::size_t most) {
  std::string out;
  while (out.size() <= most) {
    const std::string_view bytes = source.read();
    if (bytes.empty()) break;
    out.append(bytes.substr(0, most + 1 - out.size()));
  }
  return out;
}

}  // namespace prequal::cli
