"""A machine with many cores, and the lab's rules for them, without training: who takes which core when.

Processes are generators. They yield TAKE to wait for a core, a number to let so many seconds pass, or an Event to wait for.
"""

import heapq
import itertools
import math
import random

TAKE = object()
# ReplicateTraining.train(_:_:): seconds between looks at the idle cores.
LOOK = 0.25
# Exposure.keys(of:_:among:_:): examples in one piece.
CHUNK = 4096


class Event:
    def __init__(self):
        self.has_come, self.waiting = False, []


class Machine:
    """Cores as Sources/Training/Lab/Cores.swift hands them out. Whom a freed core wakes is chance, as it is there."""

    def __init__(self, cores, chance):
        self.cores, self.free, self.chance = cores, cores, random.Random(chance)
        self.now, self.worked = 0.0, 0.0
        self.waiting, self.moments, self.order = [], [], itertools.count()

    def spare(self, most):
        taken = max(0, min(most, self.free))
        self.free -= taken
        return taken

    def give(self, count=1):
        self.free += count
        while self.free > 0 and self.waiting:
            self.free -= 1
            self.start(self.waiting.pop(self.chance.randrange(len(self.waiting))))

    def start(self, process, after=0.0):
        heapq.heappush(self.moments, (self.now + after, next(self.order), process))

    def come(self, event):
        event.has_come = True
        for process in event.waiting:
            self.start(process)

    def run(self):
        """To the end; returns the share of all cores that worked."""
        while self.moments:
            self.now, _, process = heapq.heappop(self.moments)
            self.go_on(process)
        assert not self.waiting and self.free == self.cores, "a core was lost"
        return self.worked / (self.cores * self.now)

    def go_on(self, process):
        for wish in process:
            if wish is TAKE:
                if self.free == 0:
                    self.waiting.append(process)
                    return
                self.free -= 1
            elif isinstance(wish, Event):
                if not wish.has_come:
                    wish.waiting.append(process)
                    return
            else:
                self.start(process, after=wish)
                return


class Rules:
    """What decides who takes which core."""

    def __init__(self, name, only_of_use, shares_questions, ahead):
        """ahead: of so many cores, how many shards may be under way before the next experiment begins."""
        self.name, self.only_of_use, self.shares_questions, self.ahead = name, only_of_use, shares_questions, ahead


BEFORE = Rules("before", False, False, lambda cores: 1)
NOW = Rules("now", True, True, lambda cores: cores)
# swift test asks for every experiment at once.
TESTS = Rules("tests", True, True, lambda cores: math.inf)


def share(machine, pieces):
    """Cores.share(_:_:): everybody takes the next piece, and calls a helper before it."""
    left, helpers = list(reversed(pieces)), []

    def take_pieces():
        while left:
            piece = left.pop()
            if left and machine.spare(1):
                ended = Event()
                helpers.append(ended)
                machine.start(help(ended))
            machine.worked += piece
            yield piece

    def help(ended):
        yield from take_pieces()
        machine.give()
        machine.come(ended)

    yield from take_pieces()
    for ended in helpers:
        yield ended


def alone(machine, pieces):
    machine.worked += sum(pieces)
    yield sum(pieces)


def train(machine, rules, stage):
    left, shards = stage["training"], stage["shards"]
    while left > 1e-9:
        spare = machine.spare(shards - 1 if rules.only_of_use else machine.cores)
        # A step takes as many rounds as the busiest worker has shards.
        speed = shards / math.ceil(shards / min(shards, 1 + spare))
        seconds = min(LOOK, left / speed)
        machine.worked += seconds * speed
        left -= seconds * speed
        yield seconds
        machine.give(spare)


def replicate(machine, rules, stages, ended):
    yield TAKE
    for stage in stages:
        yield from train(machine, rules, stage)
        yield from (share if rules.shares_questions else alone)(machine, stage["questions"])
    machine.give()
    machine.come(ended)


def exposure(machine, stages, ended):
    yield TAKE
    for stage in stages:
        count = math.ceil(stage["examples"] / CHUNK)
        if count:
            yield from share(machine, [stage["exposure"] / count] * count)
    machine.give()
    machine.come(ended)


def side_by_side(machine, count, process):
    events = [Event() for _ in range(count)]
    for event in events:
        machine.start(process(event))
    yield from events


def experiment(machine, rules, lengths, ended):
    """What was shown of what is asked is looked for when all replicates are trained."""
    stages, count = lengths["stages"], lengths["replicates"]
    yield from side_by_side(machine, count, lambda event: replicate(machine, rules, stages, event))
    yield from side_by_side(machine, count, lambda event: exposure(machine, stages, event))
    machine.come(ended)


def suite(machine, rules, experiments):
    """Lab.train(_:): the next begins while those under way have fewer shards than there are cores."""
    under_way = []
    for lengths in experiments:
        while sum(count for _, count in under_way) >= rules.ahead(machine.cores):
            first = next((entry for entry in under_way if entry[0].has_come), None)
            if first:
                under_way.remove(first)
            else:
                any_end = Event()
                for event, _ in under_way:
                    machine.start(tell(machine, event, any_end))
                yield any_end
        ended = Event()
        shards = lengths["replicates"] * max(stage["shards"] for stage in lengths["stages"])
        under_way.append((ended, shards))
        machine.start(experiment(machine, rules, lengths, ended))


def tell(machine, event, other):
    yield event
    if not other.has_come:
        machine.come(other)


def simulate(experiments, cores, rules, chance=0):
    """Returns the share of the cores that worked, and the seconds that it took."""
    machine = Machine(cores, chance)
    machine.start(suite(machine, rules, experiments))
    return machine.run(), machine.now


def shortest(measured):
    """Of the same work, measured several times, the shortest lengths, to a hundredth of a second."""
    first = measured[0]
    if isinstance(first, dict):
        return {name: shortest([one[name] for one in measured]) for name in first}
    if isinstance(first, list):
        if len({len(one) for one in measured}) != 1:
            raise ValueError("these are not lengths of the same experiments")
        return [shortest(list(parts)) for parts in zip(*measured)]
    if isinstance(first, float):
        return round(min(measured), 2)
    if any(one != first for one in measured):
        raise ValueError(f"these are not lengths of the same experiments: {measured}")
    return first
