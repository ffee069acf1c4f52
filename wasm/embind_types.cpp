// Floor: wasm. Registers the types that cross the boundary with Embind, in place of libembind's own table of thirty: that
// one also brings strings of four widths on the JavaScript side and printf here (5 KB compressed, measured with 3.1.69).
// With another version of Embind its own table is used, since its inner interface may have changed.
#include <emscripten/bind.h>
#include <emscripten/version.h>

#include <cstdlib>
#include <limits>

#if __EMSCRIPTEN_major__ == 3 && __EMSCRIPTEN_minor__ == 1
#include <emscripten/wire.h>

using emscripten::internal::InitFunc;
using emscripten::internal::TypeID;

extern "C" {

static InitFunc* bindings = nullptr;

void _embind_initialize_bindings() {
  for (const InitFunc* entry = bindings; entry != nullptr; entry = entry->next) entry->init_func();
}

void _embind_register_bindings(InitFunc* entry) {
  entry->next = bindings;
  bindings = entry;
}

// Asked for in messages about unbound types; there are none.
const char* __getTypeName(const std::type_info* /*type*/) {
  return static_cast<const char*>(std::calloc(1, 1));
}
}

EMSCRIPTEN_BINDINGS(prequal_types) {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_integer(TypeID<int>::get(), "int", sizeof(int), std::numeric_limits<int>::min(),
                           std::numeric_limits<int>::max());
  _embind_register_integer(TypeID<unsigned>::get(), "unsigned", sizeof(unsigned), 0, std::numeric_limits<unsigned>::max());
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
  _embind_register_emval(TypeID<emscripten::val>::get());
  constexpr unsigned kUint8Array = 1;  // Embind's own number for it
  _embind_register_memory_view(TypeID<emscripten::memory_view<unsigned char>>::get(), kUint8Array, "bytes");
}
#endif
