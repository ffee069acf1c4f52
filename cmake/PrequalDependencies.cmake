# Third-party C++ code. A package found on the machine first, else a pinned download.
include(FetchContent)

# nlohmann/json: header only. A folder may be named, because a cross compiler must not search the system's headers.
set(PREQUAL_JSON_INCLUDE "" CACHE PATH "Folder that holds nlohmann/json.hpp")
add_library(prequal_json INTERFACE)
if(PREQUAL_JSON_INCLUDE)
  target_include_directories(prequal_json SYSTEM INTERFACE "${PREQUAL_JSON_INCLUDE}")
else()
  find_package(nlohmann_json 3.11 QUIET)
  if(NOT nlohmann_json_FOUND)
    FetchContent_Declare(nlohmann_json URL https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
      URL_HASH SHA256=8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f)
    FetchContent_MakeAvailable(nlohmann_json)
  endif()
  target_link_libraries(prequal_json INTERFACE nlohmann_json::nlohmann_json)
endif()

if(PREQUAL_TESTS AND NOT EMSCRIPTEN)
  find_package(Catch2 3.4 QUIET)
  if(NOT Catch2_FOUND)
    FetchContent_Declare(Catch2 GIT_REPOSITORY https://github.com/catchorg/Catch2.git GIT_TAG v3.7.1 GIT_SHALLOW ON)
    FetchContent_MakeAvailable(Catch2)
    list(APPEND CMAKE_MODULE_PATH "${catch2_SOURCE_DIR}/extras")
  endif()
endif()
