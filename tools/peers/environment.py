"""The peers' own Python, and what makes PyTorch faster than `pip install` leaves it."""

import ctypes.util
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


class Missing(Exception):
    """What cannot be had, and what would mend it."""


def python(folder, packages):
    """The Python of a virtual environment in the folder, made where it is missing, that can import the packages."""
    path = pathlib.Path(folder) / "bin" / "python"
    if not path.exists():
        if sys.version_info < (3, 11):
            raise Missing(f"Python {sys.version.split()[0]} is too old for the peers: run this with 3.11 or later.")
        note(f"making a Python environment in {folder}")
        made = subprocess.run([sys.executable, "-m", "venv", folder], capture_output=True, text=True)
        if made.returncode:
            raise Missing(f"No Python environment: {(made.stdout + made.stderr).strip()}")
    lacking = [package for package in packages if not can_import(path, package)]
    if lacking:
        note(f"installing {' '.join(lacking)} from PyPI")
        if subprocess.run([path, "-m", "pip", "install", "--quiet", *lacking], stdout=sys.stderr).returncode:
            raise Missing(f"pip cannot install {' '.join(lacking)}; its own words stand above.")
    return path


def can_import(python, package):
    module = re.match(r"[\w-]+", package)[0].replace("-", "_")  # without the versions that will do
    seek = f"import importlib.util as u, sys; sys.exit(u.find_spec({module!r}) is None)"
    return subprocess.run([python, "-c", seek]).returncode == 0


def preloads(folder):
    """Libraries to load before PyTorch, by what each is for, and a sentence for each that is missing."""
    found, missing = {}, []
    tcmalloc = ctypes.util.find_library("tcmalloc_minimal") or ctypes.util.find_library("tcmalloc")
    if tcmalloc:
        found["tcmalloc"] = tcmalloc
    else:
        missing.append("no tcmalloc (Debian: apt install libtcmalloc-minimal4)")
    if is_amd():
        library = pathlib.Path(folder) / "mkl_on_amd.so"
        compiler = next(filter(shutil.which, ["cc", "gcc", "clang"]), None)
        if compiler:
            subprocess.run([compiler, "-shared", "-fPIC", "-O2", HERE / "mkl_on_amd.c", "-o", library], check=True)
            found["AVX-512 products"] = str(library)
        else:
            missing.append("no C compiler: PyTorch multiplies with AVX2 on this processor (Debian: apt install gcc)")
    if not shutil.which("g++"):
        missing.append("no g++: torch.compile cannot work (Debian: apt install g++)")
    return found, missing


def is_amd():
    return any("AuthenticAMD" in line for line in processor_facts())


def processor():
    """Name and family, such as AMD EPYC, family 25."""
    facts = dict(map(str.strip, line.split(":", 1)) for line in processor_facts() if ":" in line)
    return f"{facts.get('model name', 'unknown processor')}, family {facts.get('cpu family', 'unknown')}"


def processor_facts():
    try:
        return pathlib.Path("/proc/cpuinfo").read_text().split("\n\n")[0].splitlines()
    except OSError:
        return []


def genbench(given=None):
    """Our own program, built where none is given."""
    if given:
        if not shutil.which(os.path.abspath(given)):
            raise Missing(f"{given} is no program: give --genbench PATH, or nothing to build it.")
        return os.path.abspath(given)
    if not shutil.which("swift"):
        raise Missing("Swift is not installed: see https://www.swift.org/install, or give --genbench PATH.")
    root = HERE.parents[1]
    note("building genbench")
    built = subprocess.run(["swift", "build", "--product", "genbench"], cwd=root, stdout=sys.stderr)
    if built.returncode:
        raise Missing("genbench does not build; the compiler's words stand above.")
    bins = subprocess.run(["swift", "build", "--show-bin-path"], cwd=root, capture_output=True, text=True, check=True)
    return os.path.join(bins.stdout.strip(), "genbench")


def note(text):
    print(text, file=sys.stderr, flush=True)
