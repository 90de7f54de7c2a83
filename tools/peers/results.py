"""What the measurements of a comparison say, and how they are printed. No processes here."""

import statistics

UNITS = {"train": "steps/s", "infer": "examples/s", "decode": "tokens/s"}
LOSS_TOLERANCE = 1e-4  # relative: float32 sums in another order, and five steps of Adam after them
CONTENDER = 0.8  # of the fastest peer's rate: a heat that close may have been chance


def contenders(heats):
    """Of rates by name, those that may be the fastest."""
    fastest = max(heats.values())
    return [name for name, rate in heats.items() if rate >= CONTENDER * fastest]


def disagreements(losses):
    """A sentence for each name whose losses are not genbench's, within the tolerance."""
    ours = losses["genbench"]
    found = []
    for name, theirs in losses.items():
        apart = [abs(a - b) / abs(b) for a, b in zip(ours, theirs)]
        if len(ours) != len(theirs) or not ours:
            found.append(f"{name} has {len(theirs)} losses, genbench {len(ours)}")
        elif not all(part <= LOSS_TOLERANCE for part in apart):  # what is not a number is not within it either
            found.append(f"{name}'s losses are {max(apart):.1e} from genbench's: {theirs}, {ours}")
    return found


class Comparison:
    """Of one workload, mode and number of threads. A round is a measurement by name; first steps are seconds by name, and
    heats the peers' rates before the rounds."""

    def __init__(self, config, workload, mode, threads, rounds, first_steps, peak, heats):
        self.config, self.workload, self.mode, self.threads = config, workload, mode, threads
        self.rounds, self.first_steps, self.peak, self.heats = rounds, first_steps, peak, heats

    def rates(self, name):
        return [one[name]["rate"] for one in self.rounds]

    @property
    def best_peer(self):
        peers = [name for name in self.rounds[0] if name != "genbench"]
        return max(peers, key=lambda name: statistics.median(self.rates(name)))

    @property
    def ratios(self):
        return [ours / theirs for ours, theirs in zip(self.rates("genbench"), self.rates(self.best_peer))]

    @property
    def share_of_peak(self):
        passes = 3 if self.mode == "train" else 1
        operations = passes * self.workload.operations * self.workload.batch
        return statistics.median(self.rates("genbench")) * operations / 1e9 / self.peak

    def memory(self, name):
        return max(one[name]["memory"] for one in self.rounds)

    @property
    def per_step(self):
        """Examples or tokens a step, where those are counted."""
        tokens = self.workload.answers if self.mode == "decode" else 1
        return 1 if self.mode == "train" else self.workload.batch * tokens

    def row(self):
        ours, theirs = (statistics.median(self.rates(name)) * self.per_step for name in ("genbench", self.best_peer))
        # A decoder does fewer operations than the formula counts, which knows whole passes only.
        share = "" if self.mode == "decode" else f"{self.share_of_peak:.0%}".replace("%", " %")
        first, their_first = self.first_steps["genbench"], self.first_steps[self.best_peer]
        cells = [
            self.config, str(self.threads), brief(ours), share, f"{self.best_peer} {brief(theirs)}",
            f"**{statistics.median(self.ratios):.2f}** [{min(self.ratios):.2f}, {max(self.ratios):.2f}]",
            f"{first:.2f} / {their_first:.1f}",
            f"{self.memory('genbench'):.0f} / {self.memory(self.best_peer):.0f}",
        ]
        return f"| {' | '.join(cells)} |"


def table(comparisons):
    """Markdown, of comparisons of one mode."""
    unit = UNITS[comparisons[0].mode]
    lines = [
        f"| | threads | ours, {unit} | of peak | best peer, {unit} | ratio [rounds] | first step, s | memory, MiB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join(lines + [comparison.row() for comparison in comparisons])


def heats_table(comparisons):
    """Markdown: also those that were too slow for the rounds."""
    names = list(dict.fromkeys(name for comparison in comparisons for name in comparison.heats))
    unit = UNITS[comparisons[0].mode]
    lines = [f"| {unit} | threads | {' | '.join(names)} |", f"|---|{'--:|' * (1 + len(names))}"]
    for comparison in comparisons:
        rates = [brief(comparison.heats[name] * comparison.per_step) if name in comparison.heats else "" for name in names]
        lines.append(f"| {comparison.config} | {comparison.threads} | {' | '.join(rates)} |")
    return "\n".join(lines)


def brief(number):
    """Three digits, in full from 100 on."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.3g}"
