"""Exits 0 where the package index that pip uses answers at all, 1 where it does not."""

import os
import sys
import urllib.error
import urllib.request

index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
try:
    urllib.request.urlopen(f"{index}/pip/", timeout=20)
except urllib.error.HTTPError as refusal:
    print(f"{index} answers {refusal.code}")
except OSError as problem:
    print(f"{index} does not answer: {problem}", file=sys.stderr)
    sys.exit(1)
