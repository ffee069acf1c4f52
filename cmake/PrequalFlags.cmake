# Every compiler flag of the project, each with its reason. Targets take them by linking prequal_flags.
add_library(prequal_flags INTERFACE)

target_compile_options(prequal_flags INTERFACE
  -fno-exceptions           # a trap or an error value, never an unwinding through a form
  -fno-rtti                 # nothing here asks for a type at run time; RTTI costs bytes on every landing page
  -ffp-contract=off         # no fused multiply-add: what little floating point there is must agree everywhere
  -fvisibility=hidden
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-qual -Wformat=2 -Wundef -Wdouble-promotion -Wimplicit-fallthrough)
if(PREQUAL_WERROR)
  target_compile_options(prequal_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these inside its own library at -O2 and above, for code that is sound.
  target_compile_options(prequal_flags INTERFACE -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
    -Wno-restrict -Wno-maybe-uninitialized -Wno-dangling-pointer)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12 itself uses what it deprecates (std::get_temporary_buffer in stable_sort), and Clang says so.
  target_compile_options(prequal_flags INTERFACE -Wno-deprecated-declarations)
endif()

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND NOT EMSCRIPTEN)
  # libstdc++ 12's own stable_sort uses what C++23 calls deprecated, and clang says so where it is instantiated.
  target_compile_options(prequal_flags INTERFACE -Wno-deprecated-declarations)
endif()

if(PREQUAL_SANITIZE)
  target_compile_options(prequal_flags INTERFACE -fsanitize=${PREQUAL_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer -gline-tables-only)
  target_link_options(prequal_flags INTERFACE -fsanitize=${PREQUAL_SANITIZE})
endif()
if(PREQUAL_FUZZ)
  target_compile_options(prequal_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(PREQUAL_COVERAGE)
  target_compile_options(prequal_flags INTERFACE -fprofile-instr-generate -fcoverage-mapping -g)
  target_link_options(prequal_flags INTERFACE -fprofile-instr-generate)
endif()

if(EMSCRIPTEN)
  target_compile_options(prequal_flags INTERFACE
    -DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0    # no type names for types nobody bound
    -Wno-sign-conversion)                    # a difference of pointers has 32 bits here; the native builds check
  set(prequal_wasm_small -Oz)                # bytes count: the form build, and what runs once a profile
  set(prequal_wasm_fast
    -O3                                      # 11 % more bytes than -Oz and half the time, measured on lists
    -msimd128)                               # 16 codes are compared at a time (evaluate/masks.h); in every current browser
  set(prequal_page_link                       # a module that starts without a script of emcc's
    -fno-exceptions -fno-rtti
    -sSTANDALONE_WASM=1 --no-entry
    -sALLOW_MEMORY_GROWTH=1 -sABORTING_MALLOC=1 -sMAXIMUM_MEMORY=256MB -sMALLOC=emmalloc
    -sASSERTIONS=0 -sSTACK_SIZE=256KB -Wl,--stack-first)
  set(prequal_wasm_link
    -fno-exceptions -fno-rtti                 # the libraries that were built without them
    -lembind
    -sMODULARIZE=1 -sEXPORT_ES6=1
    -sENVIRONMENT=web,worker                  # "node" breaks bundlers; Node works because the wrapper instantiates
    -sFILESYSTEM=0                            # nothing is read or written
    -sDYNAMIC_EXECUTION=0 -sEMBIND_AOT=1      # no new Function: runs under a strict content security policy, and 8 times faster calls
    -sALLOW_MEMORY_GROWTH=1 -sABORTING_MALLOC=1
    -sASSERTIONS=0                            # the wrapper checks arguments
    -sSTACK_SIZE=256KB -Wl,--stack-first      # an overflow traps at address 0 instead of overwriting data
    -sINCOMING_MODULE_JS_API=instantiateWasm,printErr)  # the wrapper fetches, compiles and keeps the module itself
endif()
