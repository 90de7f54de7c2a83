"""Types unfinished commands into a real, interactive shell, presses the tab key, and compares what then stands there.

    python3 tools/completion/type.py SHELL GENBENCH
"""

import os
import pty
import re
import select
import sys
import tempfile
import time
from pathlib import Path

# What is typed, and what must stand there after one tab.
TYPED = [
    ("genbench exp", "genbench export "),
    ("genbench export graphs/on-path-s", "genbench export graphs/on-path-small-target "),
    ("genbench export graphs/train --cou", "genbench export graphs/train --count"),
    ("genbench export graphs/train --format n", "genbench export graphs/train --format npz "),
    ("genbench export graphs/train --format=saf", "genbench export graphs/train --format=safetensors "),
    ("genbench run graphs/on", "genbench run graphs/on-path "),
    ("genbench run graphs/on-path graphs/fr", "genbench run graphs/on-path graphs/from-scratch "),
    ("genbench run --profile sm", "genbench run --profile smoke "),
    ("genbench score graphs/train my", "genbench score graphs/train my\\ answers.jsonl "),
    ("genbench score graphs/train x --metric ab", "genbench score graphs/train x --metric absolute-error "),
    ("genbench fixtures reg", "genbench fixtures regenerate "),
    ("genbench completion z", "genbench completion zsh "),
    ("./genbench exp", "./genbench export "),
    ("swift run genbench exp", "swift run genbench export "),
    ("swift run genbench run --profile sm", "swift run genbench run --profile smoke "),
]

# A key that prints the line as it stands, so that no screen has to be read.
START = {
    "bash": (
        ["bash", "--noprofile", "--norc", "-i"],
        "bind 'set bell-style none'; bind 'set enable-bracketed-paste off';"
        " bind -x '\"\\C-x\\C-p\": echo \"RESULT<$READLINE_LINE>\"; READLINE_LINE=';"
        " source <(genbench completion bash); echo RE''ADY\n",
    ),
    "zsh": (
        ["zsh", "-f", "-i"],
        "unsetopt beep; unset zle_bracketed_paste; autoload -Uz compinit; compinit -u -D;"
        " show() { print -r -- \"RESULT<$BUFFER>\"; BUFFER= }; zle -N show; bindkey '^X^P' show;"
        " source <(genbench completion zsh); echo RE''ADY\n",
    ),
}


class Shell:
    def __init__(self, words, folder, path):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            environment = {"PATH": path, "HOME": folder, "TERM": "dumb", "PS1": "", "LC_ALL": "C.UTF-8"}
            os.execvpe(words[0], words, environment)
        self.text = ""

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def wait(self, pattern, seconds=20):
        """The match, once it has come; everything before it is forgotten."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if match := re.search(pattern, self.text):
                self.text = self.text[match.end() :]
                return match
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.text += os.read(self.terminal, 65536).decode(errors="replace")
        sys.exit(f"error: the shell did not answer with {pattern}; it wrote:\n{self.text}")


def main():
    name, genbench = sys.argv[1], Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "my answers.jsonl").touch()
        Path(folder, "genbench").symlink_to(genbench)
        words, setup = START[name]
        shell = Shell(words, folder, f"{genbench.parent}:{os.environ['PATH']}")
        shell.type(setup)
        shell.wait("READY")
        failures = 0
        for typed, expected in TYPED:
            shell.type(typed + "\t")
            time.sleep(0.3)  # a shell reads keys before it is done completing
            shell.type("\x18\x10")
            found = shell.wait(r"RESULT<(.*)>").group(1)
            # Whether an equals sign or a space follows an option is the shell's own taste.
            if found.rstrip(" =") != expected.rstrip(" ="):
                failures += 1
                print(f"x {name}: {typed!r} became {found!r}, not {expected!r}")
        os.close(shell.terminal)
        os.waitpid(shell.process, 0)
    print(f"{name}: {len(TYPED) - failures} of {len(TYPED)} completions are right")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
