import Data
import Judging
import Reports

extension ResultsDocument {
  /// What the paper left open, a line each, and then the studies that answer it.
  static func openItems(_ findings: Findings) throws -> Section {
    let studies = Experiment.amplificationStudies(.standard)
    return Section(
      "The paper's open items",
      [
        .table(
          DocumentTable(
            columns: [.words("What the paper asks or regrets"), .words("The answer here")],
            rows: try answers(findings))),
        .text("The studies behind these lines, each with its own baseline:"),
        try findings.claims(of: studies),
      ])
  }

  private static func answers(_ findings: Findings) throws -> [[String]] {
    func share(_ subject: String, _ experiment: Experiment) throws -> String {
      try findings.estimate(of: subject, in: experiment)?.bareText(as: .share) ?? "not recorded"
    }
    func study(_ id: String) throws -> Experiment { try Experiment.named("powers/\(id)", .standard) }
    let all = "X_PA, all questions"
    let (sampled, greedy) = ("X_PA, sampled, depth 2", "X_PA, greedy, depth 2")
    func dropout(_ percent: Int, _ failures: Int) throws -> String {
      let study = try study("dropout-\(percent)-failures-\(failures)-percent")
      return "\(percent) %: \(try share(sampled, study)) and \(try share(greedy, study))"
    }
    func tolerance(_ failures: Int) throws -> String {
      try [0, 20, 30].map { try dropout($0, failures) }.joined(separator: "; ")
    }
    let failing = Experiment.failuresOf10Percent(.standard)
    return [
      [
        "trials go on from checkpoints",
        "to the bit: a unit test compares 200 ticks with 100 and 100 more, networks, averages, moments, buffers and all",
      ],
      [
        "train until depth 3 has converged",
        "done: its targets lie within "
          + "\(try findings.estimate(of: "targets of depth 3 as in theory", in: failing)?.bareText(as: .number) ?? "?") "
          + "of theory at 10 % failures",
      ],
      [
        "the theoretical accuracy of depth 3",
        "two sub-answers of depth 2, as accurate as X_PA's draws: the formula above",
      ],
      [
        "more dropout, more tolerance? failures of 10 %",
        "X_PA at depth 2, sampled and greedy, by dropout: \(try tolerance(10))",
      ],
      ["the same, failures of 30 %", "sampled and greedy, by dropout: \(try tolerance(30))"],
      [
        "is X_PA more reliable than its overseer?",
        "its likeliest answers are, \(try share(greedy, failing)) at depth 2 where the overseer has "
          + "\(try share("the overseer of X_PA, depth 2", failing)); what it draws repeats the failures",
      ],
      [
        "an overseer that is consistently wrong",
        "is learned as it is: X_PA's likeliest answers at depth 2 are right in "
          + "\(try share(greedy, study("consistent-failures-10-percent")))",
      ],
      [
        "stop training H' once it is perfect",
        "nothing is lost: \(try share(all, study("asker-stops"))) of X_PA's draws are right, "
          + "\(try share(all, .amplification(.standard))) with H' trained to the end",
      ],
      [
        "ask the depths that are needed",
        "depth 2 alone in the first sixth: \(try share(all, study("shallow-first")))",
      ],
      [
        "measure seldom, and not by drawing",
        "every ten ticks, the probability of the right answer over all 576 questions",
      ],
      [
        "less than chance at first",
        "\"I don't know\" is passed on: of uniform answers (4/5)^2 / 4 = 16 % come out right, not 20 %",
      ],
      [
        "training and validation accuracy are the same",
        "of four elements only 576 questions exist, and all are trained; at eight, X_PA has "
          + "\(try share("X_PA, depth 3", study("higher-powers"))) at depth 3 of permutations it never saw",
      ],
      [
        "p = 1 starts above chance and ends at it",
        "it ends there: \(try share("X_PA after failures alone", .failuresAlone(.standard))); why it starts above was not examined",
      ],
    ]
  }
}
