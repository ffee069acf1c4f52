// Floor: api. What stands behind the handle of a list.
#pragma once

#include <utility>

#include "api/bodies.h"

namespace prequal::api {

struct List::Body {
  Profile profile;  // keeps the program alive
  lists::List list;

  Body(const Profile& of, const Profile::Body& body, lists::ListOptions options)
      : profile(of), list(body.program, std::move(options)) {}
};

}  // namespace prequal::api
