"""No include and no import runs up a floor (docs/architecture.md)."""
import os
import re

import sources

FLOORS = ["base", "quality", "profile", "lead", "evaluate", "decide", "guide", "report", "lists", "api", "cli"]
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.M)
# import ... from "x", export ... from "x", import "x", import("x"), new URL("x", import.meta.url)
IMPORT = re.compile(r'(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)["\']([^"\']+)["\']')

problems = []
looked_at = 0

for name in sources.files(["core", "wasm"], [".h", ".cpp", ".def"]):
    looked_at += 1
    text = sources.read(name)
    parts = name.split("/")
    own = FLOORS.index(parts[1]) if parts[0] == "core" and parts[1] in FLOORS else len(FLOORS)
    if parts[0] == "core" and own == len(FLOORS):
        problems.append(f"{name}: {parts[1]} is no floor")
    if name.endswith(".h") and parts[0] == "core" and f"Floor: {parts[1]}" not in text.split("\n", 1)[0]:
        problems.append(f"{name}:1: the first line of a header names its floor")
    for match in INCLUDE.finditer(text):
        quoted, angled = match.group(1), match.group(2)
        place = f"{name}:{sources.line_of(text, match.start())}"
        if angled:
            if angled.startswith(("nlohmann", "Catch2")) and name != "core/profile/nlohmann.h":
                problems.append(f"{place}: <{angled}> is included in core/profile/nlohmann.h only")
            if angled.startswith("emscripten") and parts[0] != "wasm":
                problems.append(f"{place}: <{angled}> belongs to wasm")
            continue
        first = quoted.split("/")[0]
        if parts[0] == "wasm" and "/" not in quoted:
            continue
        if first not in FLOORS:
            problems.append(f'{place}: "{quoted}" is no path from core')
        elif FLOORS.index(first) > own:
            problems.append(f'{place}: {parts[1]} may not include "{quoted}", which stands above it')
        elif not os.path.isfile(os.path.join(sources.root(), "core", quoted)):
            problems.append(f'{place}: "{quoted}" does not exist')

for name in sources.files(["web", "demo"], [".ts", ".mts", ".js", ".mjs"]):
    looked_at += 1
    text = sources.read(name)
    parts = name.split("/")
    house = "/".join(parts[:2]) if parts[0] == "web" else "demo"
    for match in IMPORT.finditer(text):
        target = match.group(1)
        place = f"{name}:{sources.line_of(text, match.start())}"
        if not target.startswith("."):
            continue
        path = os.path.normpath(os.path.join(os.path.dirname(name), target))
        if path == house or path.startswith(house + "/"):
            continue
        # Scripts that build or serve may name folders of results; nothing reaches into another's sources.
        if path.split("/")[0] in ("dist", "build", "docs") or path in (".", "..") or re.fullmatch(r"web/ui/[a-z-]+\.css", path):
            continue
        if "/scripts/" in name or "/test/" in name or "/tests/" in name or name.endswith(("build.mjs", "server.mjs")):
            if "/src/" not in path + "/":
                continue
        problems.append(f"{place}: {house} may not import {target}, which lies in {path}")

sources.finish(problems, looked_at)
