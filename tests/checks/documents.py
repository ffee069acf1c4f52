"""Links between documents lead somewhere, and nothing that is committed names a machine or a registry's address."""
import os
import re

import sources

problems = []
pages = sources.files(["."], [".md"])
for name in pages:
    text = sources.read(name)
    prose = re.sub(r"```.*?```", lambda m: re.sub(r"[^\n]", " ", m.group(0)), text, flags=re.S)
    for match in re.finditer(r"\]\(([^)\s]+)\)", prose):
        target = match.group(1).split("#")[0]
        if not target or re.match(r"[a-z]+:", target):
            continue
        path = os.path.normpath(os.path.join(os.path.dirname(name), target))
        if not os.path.exists(os.path.join(sources.root(), path)):
            problems.append(f"{name}:{sources.line_of(text, match.start())}: {target} does not exist")
    for match in re.finditer(r"`(build-scripts/[a-z][a-z-]*|tests/checks/[a-z_.]+|docs/[\w./-]+\.(?:md|json))", text):
        if not os.path.exists(os.path.join(sources.root(), match.group(1))):
            problems.append(f"{name}:{sources.line_of(text, match.start())}: {match.group(1)} does not exist")

everything = sources.files(["."], [".md", ".sh", ".py", ".cmake", ".txt", ".json", ".ts", ".mjs", ".cpp", ".h", ".html", ".css"])
everything += [n for n in sources.files(["build-scripts", ".ci"], [""]) if n not in everything]
machine = re.compile(r"(?<![\w./])/(?:work|root|home|Users)/\w")
for name in everything:
    text = sources.read(name)
    if name.endswith("package-lock.json") and '"resolved": "http' in text:
        problems.append(f"{name}: names the addresses packages came from; set omit-lockfile-registry-resolved")
    for match in machine.finditer(text):
        problems.append(f"{name}:{sources.line_of(text, match.start())}: a path of one machine: {match.group(0)}")

sources.finish(problems, len(everything))
