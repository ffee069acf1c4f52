#!/usr/bin/env python3
"""What a build is made of: links its objects once more with a map and adds up the code and data of each file, floor and
kind. Sizes are those before binaryen's optimizer, so read them as shares.

    python3 wasm/contributors.py [build/wasm] [page|form|full] [number of functions]

Run it with the compiler's environment (build-scripts/setup --print-env)."""
import collections
import glob
import os
import re
import subprocess
import sys
import tempfile

folder = sys.argv[1] if len(sys.argv) > 1 else "build/wasm"
build = sys.argv[2] if len(sys.argv) > 2 else "form"
most = int(sys.argv[3]) if len(sys.argv) > 3 else 40
own = glob.glob(f"{folder}/wasm/CMakeFiles/prequal-{build}.dir/*.o")
own.sort(key=lambda name: "embind_types" not in name)
floors = "form" if build == "page" else build  # the engine of a page is linked from the same objects
objects = own + sorted(glob.glob(f"{folder}/wasm/CMakeFiles/prequal_{floors}_*.dir/**/*.o", recursive=True))
kind = ["-sSTANDALONE_WASM=1", "--no-entry"] if build == "page" else ["-lembind", "-sMODULARIZE=1", "-sEXPORT_ES6=1",
        "-sENVIRONMENT=web,worker", "-sFILESYSTEM=0", "-sINCOMING_MODULE_JS_API=instantiateWasm,printErr"]
with tempfile.TemporaryDirectory() as work:
    out = f"{work}/out.{'wasm' if build == 'page' else 'mjs'}"
    subprocess.run(["emcc", "-O1", "-fno-exceptions", "-fno-rtti", *objects, *kind, "-sALLOW_MEMORY_GROWTH=1", "-sMALLOC=emmalloc",
                    f"-Wl,-Map={work}/map", "-o", out],
                   check=True)
    lines = open(f"{work}/map", encoding="utf-8", errors="replace").read().splitlines()

files, functions = collections.Counter(), collections.Counter()
for line in lines:
    found = re.match(r"\s*(?:-|[0-9a-f]+)\s+[0-9a-f]+\s+([0-9a-f]+)\s+(\S+):\((.*)\)$", line)
    if found:
        size, path, name = int(found[1], 16), found[2], found[3]
        files[re.sub(r".*/core/", "", path).removesuffix(".o") if "/core/" in path else os.path.basename(path)] += size
        functions[name] += size
names = subprocess.run(["/usr/lib/llvm-19/bin/llvm-cxxfilt"], input="\n".join(functions), capture_output=True, text=True,
                       check=True).stdout.split("\n")
kinds = collections.Counter()
for (mangled, size), name in zip(functions.items(), names):
    kind = "data" if mangled.startswith((".", "anon")) else "other"
    for pattern, label in ((r"merge|sort|sift|heap", "sorting"), (r"^std::__2::vector<|__split_buffer|::__uninitialized|__construct", "vectors"),
                           (r"nlohmann", "nlohmann"), (r"^(?:\w+ )?std::__2::basic_string", "strings"), (r"^(?:[\w:]+ )?std::", "std")):
        if kind == "other" and re.search(pattern, name):
            kind = label
    floor = re.search(r"prequal::(\w+)::", name)
    if kind == "other" and floor:
        kind = f"prequal::{floor[1]}"
    kinds[kind] += size
print(f"{sum(functions.values())} bytes before optimization\n")
for title, counter in (("kind", kinds), ("file", files)):
    print(title)
    for name, size in counter.most_common(most):
        print(f"{size:8} {name}")
    print()
print("function")
lookup = dict(zip(functions, names))
for name, size in functions.most_common(most):
    print(f"{size:8} {lookup[name][:140]}")
