#include "cli/output.h"

#include <poll.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

namespace prequal::cli {

std::string system_message(int error) {
  return std::strerror(error);
}

void Output::fail(int error) {
  failure_ = Problem{.code = Code::file_write, .detail = system_message(error)};
  buffer_.clear();
}

bool Output::flush() {
  std::size_t written = 0;
  while (!failure_ && written < buffer_.size()) {
    const ssize_t count = ::write(descriptor_, buffer_.data() + written, buffer_.size() - written);
    if (count >= 0) {
      written += static_cast<std::size_t>(count);
      continue;
    }
    const int error = errno;
    if (error == EINTR) continue;
    if (error == EAGAIN || error == EWOULDBLOCK) {
      pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
      (void)::poll(&ready, 1, -1);
      continue;
    }
    // Half a line may stand at the end of a file now. A pipe cannot take anything back.
    const std::string_view done = std::string_view(buffer_).substr(0, written);
    const std::size_t whole = done.rfind('\n') == std::string_view::npos ? 0 : done.rfind('\n') + 1;
    const off_t end = ::lseek(descriptor_, 0, SEEK_CUR);
    if (whole < written && end >= 0) {
      const off_t cut = end - static_cast<off_t>(written - whole);
      if (::ftruncate(descriptor_, cut) == 0) (void)::lseek(descriptor_, cut, SEEK_SET);
    }
    fail(error);
  }
  buffer_.clear();
  return !failure_;
}

bool Output::finish() {
  if (flush() && ::close(descriptor_) != 0) fail(errno);
  return !failure_;
}

}  // namespace prequal::cli
