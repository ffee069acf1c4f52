"""C++ sources are ASCII but for the data in strings; all text files are UTF-8 without tabs, trailing blanks or CRLF."""
import re

import sources

problems = []
cpp = sources.files(["core", "wasm", "tests"], [".h", ".cpp", ".def"])
for name in cpp:
    for number, line in enumerate(sources.without_strings(sources.read(name)).split("\n"), 1):
        if not line.isascii():
            problems.append(f"{name}:{number}: not ASCII outside a string: {line.strip()[:60]}")

others = sources.files(["."], [".md", ".sh", ".py", ".cmake", ".txt", ".json", ".ts", ".mjs", ".css", ".html"])
for name in others + cpp:
    if "/golden/" in name or "/corpus/" in name or name.endswith("package-lock.json"):
        continue
    text = sources.read(name)
    for number, line in enumerate(text.split("\n"), 1):
        if "\r" in line:
            problems.append(f"{name}:{number}: carriage return")
        elif "\t" in line:
            problems.append(f"{name}:{number}: tab")
        elif re.search(r" +$", line) and not name.endswith(".md"):
            problems.append(f"{name}:{number}: blank at the end of the line")
    if text and not text.endswith("\n"):
        problems.append(f"{name}: no line break at the end")

sources.finish(problems, len(cpp) + len(others))
