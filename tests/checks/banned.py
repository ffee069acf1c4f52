"""Facilities that stay out of core and wasm (CONTRIBUTING.md), with the reason or the measured price of each."""
import re

import sources

HEADERS = {
    "iostream": "42 KB", "sstream": "42 KB", "fstream": "42 KB", "ostream": "42 KB", "istream": "42 KB",
    "regex": "49 KB, and backtracking", "format": "103 KB", "print": "103 KB", "locale": "no locale", "clocale": "no locale",
    "filesystem": "files belong to the command", "thread": "no threads", "mutex": "no threads", "future": "no threads",
    "atomic": "no threads", "condition_variable": "no threads", "random": "no randomness", "chrono": "no clock",
    "ctime": "no clock", "time.h": "no clock", "cmath": "no floating point", "math.h": "no floating point",
    "complex": "no floating point", "stdexcept": "no exceptions", "exception": "no exceptions", "typeinfo": "no RTTI",
    "any": "needs RTTI", "iomanip": "42 KB", "unistd.h": "no system",
}
# The command uses files and streams of the C library.
CLI_HEADERS = {"unistd.h"}

WORDS = {
    r"\b(?:strtod|strtof|strtold|stod|stof|stold|atof|from_chars_double)\b": "floating point from text: 640-860 ns a number",
    r"\b(?:float|double)\b": "no floating point on the path of a verdict",
    r"\bthrow\b|\btry\s*\{|\bcatch\s*\(": "no exceptions",
    r"\bdynamic_cast\b|\btypeid\b": "no RTTI",
    r"\b(?:rand|srand|random|drand48)\s*\(": "no randomness",
    r"\b(?:getenv|setenv|secure_getenv)\s*\(": "no environment",
    r"\b(?:setlocale|localeconv)\s*\(": "no locale",
    r"\b(?:gettimeofday|clock_gettime|localtime|gmtime|mktime|strftime)\b|(?<![\w.>:])time\s*\(\s*(?:nullptr|NULL|0|&)": "no clock",
    r"\bstd::chrono\b": "no clock",
    r"\b(?:abort|_Exit|quick_exit|terminate)\s*\(": "an error is a value",
    r"\bassert\s*\(": "an error is a value",
    r"\breinterpret_cast\b": None,  # counted below: only where vector registers are loaded
    r"\bgoto\b|\bsetjmp\b|\blongjmp\b": "plain control flow",
    r"#\s*pragma\s+(?!once)": "flags stand in cmake/PrequalFlags.cmake",
}
NOT_IN_CLI = {
    r"\b(?:printf|fprintf|puts|fputs|putchar|fputc|perror|vfprintf|fwrite)\s*\(": "nothing but the command prints",
    r"\bstd::(?:cout|cerr|clog|cin)\b": "nothing but the command prints",
    r"\b(?:stdout|stderr)\b": "nothing but the command prints",
    r"\b(?:fopen|fread|fclose|open|close)\s*\(\s*\"": "files belong to the command",
    r"(?<![\w.>:])exit\s*\(": "an error is a value",
}
ONLY_IN = {r"\bstd::function\b": (("core/evaluate/", "core/decide/"), "a call through a pointer for every lead")}
REINTERPRET = {"core/evaluate/masks.h"}
# nlohmann/json's own needs, and the one event that carries a fraction (which is refused).
# A number of JavaScript is a double: times cross the boundary as whole seconds in one. The test builds break on purpose.
EXEMPT = {"core/profile/nlohmann.h": None, "wasm/test_hooks.cpp": None,
          **{f"wasm/{name}": {r"\b(?:float|double)\b"} for name in
             ("batch_bindings.cpp", "bindings.cpp", "boundary.h", "embind_types.cpp", "list_bindings.cpp", "page_bindings.cpp")}, "core/profile/document.cpp": {r"\b(?:float|double)\b"}}

problems = []
names = sources.files(["core", "wasm"], [".h", ".cpp"])
for name in names:
    if name in EXEMPT and EXEMPT[name] is None:
        continue
    text = sources.read(name)
    code = sources.without_comments_and_strings(text)
    cli = name.startswith("core/cli/")

    def complain(match, what):
        line = sources.line_of(code, match.start())
        problems.append(f"{name}:{line}: {match.group(0).strip()}: {what}")

    for match in re.finditer(r"^\s*#\s*include\s+<([^>]+)>", text, re.M):
        if match.group(1) in HEADERS and not (cli and match.group(1) in CLI_HEADERS):
            complain(match, HEADERS[match.group(1)])
    for pattern, why in (WORDS if cli else {**WORDS, **NOT_IN_CLI}).items():
        if name in EXEMPT and pattern in EXEMPT[name]:
            continue
        for match in re.finditer(pattern, code):
            if why is None:
                if name not in REINTERPRET and not name.startswith("wasm/"):
                    complain(match, "views of bytes go through the column or a copy")
                continue
            complain(match, why)
    for pattern, (folders, why) in ONLY_IN.items():
        if name.startswith(folders):
            for match in re.finditer(pattern, code):
                complain(match, why)

sources.finish(problems, len(names))
