"""What the words on a command line may be; `argparse` prints the sentences."""

from argparse import ArgumentTypeError


def several(known):
    """Names with commas between them."""
    def parse(text):
        for name in text.split(","):
            if name not in known:
                raise ArgumentTypeError(f"{name!r} is none of {', '.join(known)}")
        return text.split(",")
    return parse


def several_whole(least, most):
    return lambda text: [whole(least, most)(part) for part in text.split(",")]


def whole(least, most):
    def parse(text):
        if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
            raise ArgumentTypeError(f"{text!r} is no whole number from {least} to {most}")
        return int(text)
    return parse
