"""What the checks of sources share: which files there are, and C++ text without comments and strings."""
import os
import re
import subprocess
import sys


def root():
    return os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".")


def files(folders, endings):
    """Files that git knows or would add, below the folders, with those endings; paths from the root."""
    out = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *folders],
                         cwd=root(), capture_output=True, text=True)
    names = out.stdout.split("\n") if out.returncode == 0 else walk(folders)
    return sorted(n for n in set(names) if n.endswith(tuple(endings)) and os.path.isfile(os.path.join(root(), n)))


def walk(folders):
    for folder in folders:
        for directory, _, names in os.walk(os.path.join(root(), folder)):
            for name in names:
                yield os.path.relpath(os.path.join(directory, name), root())


def read(name):
    with open(os.path.join(root(), name), encoding="utf-8") as file:
        return file.read()


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def blank(match):
    """Keeps line breaks, so that places stay right."""
    return re.sub(r"[^\n]", " ", match.group(0))


def without_comments_and_strings(text):
    # A digit separator is no quote.
    text = re.sub(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])", "_", text)
    return TOKEN.sub(blank, text)


def without_strings(text):
    text = re.sub(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])", "_", text)
    return TOKEN.sub(lambda m: m.group(0) if m.group(0).startswith(("//", "/*")) else blank(m), text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def finish(problems, looked_at):
    """Ends the check. A check that looked at nothing has failed."""
    for problem in problems:
        print(problem)
    if not looked_at:
        print("nothing was looked at")
        sys.exit(1)
    print(f"{looked_at} looked at, {len(problems)} problems")
    sys.exit(1 if problems else 0)
