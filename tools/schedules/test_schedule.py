"""The lab's rules for cores, where the schedule can be counted by hand.   python3 -m unittest discover tools/schedules"""

import itertools
import unittest

from simulation import BEFORE, CHUNK, NOW, TESTS, shortest, simulate


def stage(training=0.0, shards=1, questions=(), exposure=0.0, chunks=0):
    return {"training": training, "shards": shards, "examples": chunks * CHUNK, "exposure": exposure,
            "questions": list(questions)}


def experiment(*stages, replicates=1):
    return {"experiment": "x", "replicates": replicates, "stages": list(stages)}


class ScheduleTest(unittest.TestCase):
    def expect(self, found, busy, seconds):
        self.assertAlmostEqual(found[0], busy, places=9)
        self.assertAlmostEqual(found[1], seconds, places=9)

    def test_one_core_does_everything_and_never_waits(self):
        suite = [experiment(stage(3.0, 4, [1.0, 0.5], 0.25, chunks=2), replicates=3)] * 2
        for rules in (BEFORE, NOW):
            self.expect(simulate(suite, 1, rules), 1, 6 * 4.75)

    def test_a_replicate_uses_a_core_a_shard_and_no_more(self):
        self.expect(simulate([experiment(stage(8.0, 4))], 16, NOW), 4 / 16, 2.0)
        # Three workers need two rounds for four shards, as two do.
        self.expect(simulate([experiment(stage(8.0, 4))], 3, NOW), 8 / 12, 4.0)
        self.expect(simulate([experiment(stage(8.0, 4))], 2, NOW), 1, 4.0)

    def test_what_one_cannot_use_is_another_s(self):
        suite = [experiment(stage(8.0, 4), replicates=4)]
        self.expect(simulate(suite, 16, NOW), 1, 2.0)
        # Whoever came first took all that was idle; the others had one core each.
        self.assertLess(simulate(suite, 16, BEFORE)[0], 0.7)

    def test_questions_are_shared(self):
        suite = [experiment(stage(questions=[1.0] * 8))]
        self.expect(simulate(suite, 8, BEFORE), 1 / 8, 8.0)
        self.expect(simulate(suite, 8, NOW), 1, 1.0)
        self.expect(simulate([experiment(stage(questions=[1.0, 1.0, 4.0]))], 3, NOW), 0.5, 4.0)

    def test_looking_for_what_was_shown_is_shared(self):
        self.expect(simulate([experiment(stage(exposure=6.0, chunks=6))], 3, NOW), 1, 2.0)

    def test_the_next_experiment_takes_what_one_leaves(self):
        suite = [experiment(stage(4.0)), experiment(stage(4.0))]
        self.expect(simulate(suite, 2, BEFORE), 0.5, 8.0)
        self.expect(simulate(suite, 2, NOW), 1, 4.0)

    def test_experiments_begin_while_they_have_fewer_shards_than_there_are_cores(self):
        wide = experiment(stage(4.0, 4))
        self.expect(simulate([wide, wide], 4, NOW), 1, 2.0)
        # Two of them for eight cores, and the third after one of these.
        self.expect(simulate([wide] * 4, 8, NOW), 1, 2.0)

    def test_no_core_is_lost_and_no_work_done_twice_whoever_is_woken(self):
        stages = [stage(2.3, 4, [0.3, 0.9, 0.1], 0.7, chunks=3), stage(0.4, 2, [0.5])]
        suite = [experiment(*stages, replicates=count) for count in (1, 5, 3)]
        work = 9 * (2.3 + 1.3 + 0.7 + 0.4 + 0.5)
        for cores, rules, chance in itertools.product((1, 2, 3, 7, 64), (BEFORE, NOW, TESTS), range(3)):
            busy, seconds = simulate(suite, cores, rules, chance)
            self.assertAlmostEqual(busy * seconds * cores, work, places=6)
            self.assertGreaterEqual(seconds, work / cores - 1e-9)

    def test_of_several_measurements_the_shortest_counts(self):
        one, other = experiment(stage(3.004, 4, [1.0, 0.5])), experiment(stage(2.0, 4, [2.0, 0.25]))
        self.assertEqual(shortest([[one], [other]]), [experiment(stage(2.0, 4, [1.0, 0.25]))])
        self.assertEqual(shortest([[one]])[0]["stages"][0]["training"], 3.0)
        for strange in ([[one], [one, one]], [[one], [experiment(stage(3.0, 2, [1.0, 0.5]))]]):
            with self.assertRaises(ValueError):
                shortest(strange)


if __name__ == "__main__":
    unittest.main()
