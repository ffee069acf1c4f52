"""C++ sources are formatted as .clang-format says."""
import shutil
import subprocess
import sys

import sources

tool = shutil.which("clang-format-19")
if not tool:
    print("clang-format-19 is missing; run build-scripts/setup")
    sys.exit(1)
names = sources.files(["core", "wasm", "tests"], [".h", ".cpp"])
problems = []
for start in range(0, len(names), 40):
    run = subprocess.run([tool, "--dry-run", "-Werror", "--ferror-limit=1", *names[start:start + 40]], cwd=sources.root(),
                         capture_output=True, text=True)
    problems += [line for line in run.stderr.split("\n") if ": error:" in line]
if problems:
    print("clang-format-19 -i FILE puts it right:")
sources.finish(problems, len(names))
