// Floor: wasm. The little of a runtime that the core needs, in place of what the libraries bring: a failure traps, and the
// wrapper replaces the instance. The library's own versions print before they stop, which draws in 8 KB of printf.
#include <cstdlib>
#include <new>

namespace std {
inline namespace __2 {
[[noreturn]] __attribute__((visibility("default"))) void __libcpp_verbose_abort(const char* /*format*/, ...) {
  __builtin_trap();
}
}  // namespace __2
}  // namespace std

void* operator new(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) __builtin_trap();
  return memory;
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
  std::free(memory);
}
