"""The .def tables agree with themselves and with the code that uses them."""
import re

import sources


def rows(name, macro):
    text = sources.read(name)
    pattern = re.compile(r"^" + macro + r"\((.*)\)\s*$", re.M)
    for match in pattern.finditer(text):
        cells = re.findall(r'"((?:\\.|[^"\\])*)"|([^,"\s][^,"]*)', match.group(1))
        yield sources.line_of(text, match.start()), [a if a or not b else b.strip() for a, b in cells]


problems = []
looked_at = 0


def unique(name, macro, columns):
    global looked_at
    seen = {}
    for line, cells in rows(name, macro):
        looked_at += 1
        for column in columns:
            key = (column, cells[column])
            if key in seen:
                problems.append(f"{name}:{line}: {cells[column]} stands also in line {seen[key]}")
            seen[key] = line


unique("core/base/codes.def", "PREQUAL_CODE", [0, 1])
unique("core/profile/facts.def", "PREQUAL_FACT", [0, 1])
unique("core/profile/touches.def", "PREQUAL_TOUCH", [0, 1])
unique("core/profile/reasons.def", "PREQUAL_REASON", [0])
unique("core/lead/keys.def", "PREQUAL_LEAD_KEY", [0, 1])
unique("core/lead/findings.def", "PREQUAL_FINDING", [0, 1])

for line, cells in rows("core/profile/facts.def", "PREQUAL_FACT"):
    name, text, values, provisional = cells[:4]
    if text.replace(".", "_") != name:
        problems.append(f"core/profile/facts.def:{line}: the identifier of {text} is {name}")
    if values == "#":
        if provisional != "-":
            problems.append(f"core/profile/facts.def:{line}: a number has no provisional values")
        continue
    listed = values.split("|")
    if len(set(listed)) != len(listed):
        problems.append(f"core/profile/facts.def:{line}: a value stands twice")
    for value in [] if provisional == "-" else provisional.split("|"):
        if value not in listed:
            problems.append(f"core/profile/facts.def:{line}: {value} is provisional and no value of {text}")

# A code, a finding or a fact that nothing gives is a promise that nobody keeps.
code = {name: sources.read(name) for name in sources.files(["core"], [".cpp", ".h"])}
everything = "\n".join(code.values())
packages = "\n".join(sources.read(name) for name in sources.files(["web"], [".ts"]) if "/generated/" not in name)
for line, cells in rows("core/base/codes.def", "PREQUAL_CODE"):
    if not re.search(rf"\bCode::{cells[0]}\b", everything) and f'"{cells[1]}"' not in packages:
        problems.append(f"core/base/codes.def:{line}: nothing reports {cells[1]}")
for line, cells in rows("core/lead/findings.def", "PREQUAL_FINDING"):
    if not re.search(rf"\bFinding::{cells[0]}\b", everything):
        problems.append(f"core/lead/findings.def:{line}: nothing finds {cells[1]}")
for line, cells in rows("core/profile/facts.def", "PREQUAL_FACT"):
    if not re.search(rf"\bFact::{cells[0]}\b", "\n".join(t for n, t in code.items() if n.startswith("core/lead/"))):
        problems.append(f"core/profile/facts.def:{line}: nothing works out {cells[1]}")

reasons = {cells[0] for _, cells in rows("core/profile/reasons.def", "PREQUAL_REASON")}
standard = re.search(r"kStandardConditions = .*?\}\);", everything, re.S)
for used in re.findall(r'\{"(\w+)", Fact::', standard.group(0)) if standard else []:
    if used not in reasons:
        problems.append(f"the standard condition of {used} has no reason of that name")

sources.finish(problems, looked_at)
