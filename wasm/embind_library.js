// Parts of Embind's JavaScript that nothing here uses: types of strings and truth values (embind_types.cpp registers none).
// Without them 1.3 KB less of glue goes to every page.
addToLibrary({
  _embind_register_bool__deps: [],
  _embind_register_bool: (type, name, yes, no) => {},
  _embind_register_std_string__deps: [],
  _embind_register_std_string: (type, name) => {},
  _embind_register_std_wstring__deps: [],
  _embind_register_std_wstring: (type, size, name) => {},
});
