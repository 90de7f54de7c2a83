"""What the comparison does without a library or a clock.   python3 -m unittest discover tools/peers"""

import argparse
import contextlib
import io
import unittest

import arguments
import contestants
import results
from workloads import WORKLOADS


class WorkloadsTest(unittest.TestCase):
    def test_operations_are_those_that_genbench_counts(self):
        # Tests/Unit/Bench/Speed/WorkloadTests.swift has the same numbers: three passes a training step.
        wanted = {"W0": 32_440_320, "W1-tiny": 1_397_145_600, "W1": 21_644_279_808, "W2": 12_935_233_536,
                  "W2-small": 77_359_742_976, "W3": 7_933_132_800}
        self.assertEqual({name: 3 * one.operations * one.batch for name, one in WORKLOADS.items()}, wanted)


class LossesTest(unittest.TestCase):
    def test_losses_agree_up_to_a_ten_thousandth(self):
        ours = [2.0, 1.0]
        self.assertEqual(results.disagreements({"genbench": ours, "jax": [2.0001, 0.99995]}), [])
        found = results.disagreements({"genbench": ours, "jax": [2.0, 1.0], "torch": [2.0003, 1.0]})
        self.assertEqual(len(found), 1)
        self.assertIn("torch's losses are 1.5e-04 from genbench's", found[0])

    def test_what_is_no_number_or_missing_agrees_with_nothing(self):
        for theirs in ([float("nan"), 1.0], [2.0, float("nan")], [2.0], []):
            self.assertEqual(len(results.disagreements({"genbench": [2.0, 1.0], "jax": theirs})), 1, theirs)
        self.assertNotEqual(results.disagreements({"genbench": [], "jax": []}), [])


class ComparisonTest(unittest.TestCase):
    def comparison(self, mode="train", config="W2"):
        def measured(rate, memory):
            return {"rate": rate, "memory": memory, "others": 0}

        # jax was the fastest once, torch by the median; the third round was good for everybody but jax.
        rounds = [
            {"genbench": measured(10, 30), "torch": measured(5, 700), "jax": measured(7, 400)},
            {"genbench": measured(12, 31), "torch": measured(4, 701), "jax": measured(2, 400)},
            {"genbench": measured(15, 30), "torch": measured(6, 700), "jax": measured(3, 400)},
        ]
        first_steps = {"genbench": 0.043, "torch": 3.04, "jax": 5.2}
        heats = {"torch": 5.5, "jax": 6.25, "slow": 0.5} if config == "W2" else {"torch": 300, "jax": 200}
        return results.Comparison(config, WORKLOADS[config], mode, 2, rounds, first_steps, 500.0, heats)

    def test_the_best_peer_is_the_one_with_the_highest_median_and_ratios_are_within_a_round(self):
        comparison = self.comparison()
        self.assertEqual(comparison.best_peer, "torch")
        self.assertEqual(comparison.ratios, [2.0, 3.0, 2.5])

    def test_a_row_says_medians_and_spread(self):
        # 12 steps of 12.935 GFLOP are 155 GFLOP/s, of 500.
        row = "| W2 | 2 | 12 | 31 % | torch 5 | **2.50** [2.00, 3.00] | 0.04 / 3.0 | 31 / 701 |"
        self.assertEqual(self.comparison().row(), row)

    def test_other_modes_count_examples_and_tokens_in_batches_of_64(self):
        self.assertIn("| 768 | 10 % | torch 320 |", self.comparison("infer").row())
        self.assertIn("| 24,576 |  | torch 10,240 |", self.comparison("decode").row())

    def test_a_table_has_as_many_cells_in_every_line(self):
        lines = results.table([self.comparison(), self.comparison(config="W0")]).splitlines()
        self.assertEqual({line.count("|") for line in lines}, {9})
        self.assertIn("ours, steps/s", lines[0])

    def test_heats_are_told_of_all(self):
        self.assertEqual(
            results.heats_table([self.comparison("infer"), self.comparison("infer", "W0")]).splitlines(),
            ["| examples/s | threads | torch | jax | slow |", "|---|--:|--:|--:|--:|",
             "| W2 | 2 | 352 | 400 | 32 |", "| W0 | 2 | 19,200 | 12,800 |  |"])

    def test_contenders_are_near_the_fastest(self):
        self.assertEqual(results.contenders({"a": 79, "b": 100, "c": 80}), ["b", "c"])

    def test_numbers_are_brief(self):
        self.assertEqual([results.brief(x) for x in (54291.3, 100, 99.96, 8.126, 0.04567)],
                         ["54,291", "100", "100", "8.13", "0.0457"])


class Scripted:
    """A contestant whose neighbours were busy as the script says."""

    def __init__(self, name, others):
        self.name, self.others = name, iter(others)

    def measure(self):
        return {"rate": 1, "others": next(self.others)}


class RoundsTest(unittest.TestCase):
    def rounds(self, count, *others):
        turns = [Scripted(str(number), script) for number, script in enumerate(others)]
        with contextlib.redirect_stderr(io.StringIO()):
            return contestants.undisturbed_rounds(turns, count)

    def test_a_disturbed_round_is_run_again_whole(self):
        rounds, disturbed = self.rounds(2, [0, 0.2, 0.01], [0, 0, 0.02])
        self.assertEqual(disturbed, 0)
        self.assertEqual([one["0"]["others"] for one in rounds], [0, 0.01])
        self.assertEqual([one["1"]["others"] for one in rounds], [0, 0.02])

    def test_a_machine_that_is_never_quiet_gives_disturbed_rounds_in_the_end(self):
        rounds, disturbed = self.rounds(2, [0.3, 0, 0.4])
        self.assertEqual(([one["0"]["others"] for one in rounds], disturbed), ([0, 0.3], 1))

    def test_what_is_busy_is_all_but_idle_and_waiting(self):
        line = "cpu0 1 2 3 1000 500 4 5 6 7 8".split()
        self.assertEqual(contestants.busy_ticks(line), 1 + 2 + 3 + 4 + 5 + 6)


class ArgumentsTest(unittest.TestCase):
    def test_words_are_read(self):
        self.assertEqual(arguments.several(WORKLOADS)("W1,W2"), ["W1", "W2"])
        self.assertEqual(arguments.several_whole(1, 2)("1,2"), [1, 2])

    def test_wrong_words_are_refused(self):
        for parse, text in ((arguments.several(WORKLOADS), "W1,"), (arguments.whole(1, 9), "0"),
                            (arguments.whole(1, 9), "10"), (arguments.whole(1, 9), "-1"),
                            (arguments.whole(1, 9), "²"), (arguments.whole(1, 9), "")):
            with self.assertRaises(argparse.ArgumentTypeError, msg=text):
                parse(text)


if __name__ == "__main__":
    unittest.main()
