import Data
import Judging
import Reports

extension ResultsDocument {
  /// `docs/results/powering.md`
  static func powering(_ findings: Findings) throws -> ResultsDocument {
    ResultsDocument(
      Name.powering.rawValue, title: "Powers of permutations: what was measured",
      sections: [
        try reliable(findings), try published(findings), try failing(findings), try openItems(findings),
        try higherPowers(findings), try squaring(findings),
      ])
  }

  private static func reliable(_ findings: Findings) throws -> Section {
    let experiment = Experiment.amplification(.standard)
    let supervised = Experiment.supervisedPowers(.standard)
    return Section(
      "Powers without labels",
      [
        .text(
          """
          X answers sigma^k(x) for permutations of four elements and k in 2...7. It is trained on what H' answers, which
          asks X's own average X_PA for lower powers, and H' imitates a script H that is told nothing but k = 0 and 1
          (Christiano, Shlegeris and Amodei, 2018; here the paper is Mohn, 2020). The paper's networks have 8,197,506 and
          269,576 parameters and take 4,000 ticks; those here are of the same shape, a sixtieth and a
          fifteenth of the size.
          "Sampled" is the probability of the right answer, "greedy" whether the likeliest answer is right.
          """),
        try findings.claims(of: experiment, supervised),
        .text(
          """
          `powers/supervised` is the same X, told the true answers to as many questions: what amplification does without.
          """),
        try findings.measured("curves of powers/reliable", of: experiment) { trained in
          [
            trained.accuracyCurves(),
            .text(
              "The first look, every ten ticks, at which each had learned its part (an accuracy of 0.75), by replicate:"
            ),
            trained.learningOrder(),
          ]
        },
      ])
  }

  private static func failing(_ findings: Findings) throws -> Section {
    let failing = [Experiment.failuresOf1Percent, Experiment.failuresOf10Percent, Experiment.failuresOf30Percent]
      .map { $0(.standard) }
    let alone = Experiment.failuresAlone(.standard)
    return Section(
      "An overseer that fails",
      [
        .text(
          """
          Each of the answers that X learns from is replaced with probability p by any of the five answers there are. At
          depth 2, a2 = 1 - p + p / 5 of the targets are then right. A question of depth 3 takes two answers of depth 2, the
          second about what the first says: a3 = (1 - p) (q^2 + (1 - q)^2 3 / 16) + p / 5, where q is how often X_PA's
          sampled answers of depth 2 are right. The paper counted one answer, as good as the overseer's.
          """),
        try findings.claims(of: failing + [alone]),
        .text(
          """
          The names are the paper's: `targets` are the overseer's answers after failures, `teacher` is X_PA; the paper's
          `validation` is X of all depths. Its numbers are of answers that were drawn.
          """),
        try findings.measured(
          "the paper's table beside ours", of: [.amplification(.standard)] + failing + [alone]
        ) { [ReportedAccuracy.table($0)] },
        .note(
          """
          That X_PA is more reliable than its overseer is mostly a matter of decoding. Drawn from its distribution, its
          answers repeat the overseer's failures; the likeliest one leaves them out, at every depth, until failures are so
          many that they keep depth 3 from being learned.
          """),
      ])
  }

  private static func published(_ findings: Findings) throws -> Section {
    Section(
      "The paper's own configuration",
      [
        .text(
          """
          8,197,506 and 269,576 parameters, a rate of 1e-5, 4,000 ticks, no failures: trained once, so nothing is claimed
          of it. Of the paper's curves only what it says of them in words is known.
          """),
        try findings.measured("curves of powers/published", of: .amplificationAsPublished(.standard)) { trained in
          [trained.accuracyCurves(), trained.learningOrder(), trained.anchors()]
        },
      ])
  }

  private static func higherPowers(_ findings: Findings) throws -> Section {
    var parts: [DocumentPart] = [
      .text(
        """
        Permutations of eight elements, k in 2...7 trained, held-out permutations asked. X_PA answers alone, amplified once
        by H or H', or three times. Identity, and cutting k to its last three bits, are what a learner can do
        that never saw a power: "nothing trivial" are the questions where neither of them is right. Above depth 3 only
        these are claimed. `powers/unlock-depth-4` asks k up to 15 from three quarters of the ticks on, without a label
        more; `powers/depth-4-from-scratch` asks them from the beginning. `powers/supervised-eight` is the same X,
        told the true answers to as many questions.
        """)
    ]
    for study in Experiment.higherPowerStudies(.standard) + [.supervisedPowersOfEight(.standard)] {
      parts.append(try findings.claims(of: study))
      parts.append(
        try findings.measured("depths of \(study.id)", of: study) { [$0.greedyByDepth()] })
    }
    return Section("Powers that were never trained", parts)
  }
}
