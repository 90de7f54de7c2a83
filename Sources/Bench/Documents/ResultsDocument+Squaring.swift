import Data
import Judging
import Reports

extension ResultsDocument {
  /// Powers far above those that were learned.
  static func squaring(_ findings: Findings) throws -> Section {
    let squaring = Experiment.powersBySquaring(.standard)
    let vectors = Experiment.powersByVectors(.standard)
    return Section(
      "Past the seed: higher powers without higher labels",
      [
        .text(
          """
          From answers for k in 2...7 alone, at 8 to 12 elements, a network is asked for k in 8...63. Only questions count
          where neither x itself nor the power of k's three lowest bits is the answer, about permutations that no
          training shows. The exponent's bits stand on a tape, the highest first; the same two layers read one bit a loop,
          and from loop to loop each element keeps a symbol. In the control it keeps any vector.
          """),
        try findings.claims(of: squaring, vectors),
        try findings.measured("depths of powers/squaring", of: [squaring, vectors]) { trained in
          [PowerSplit.higher8, .higher16, .higher32].map(\.name).flatMap { split in
            [
              DocumentPart.text("Split `\(split)`, with symbols:"),
              trained[0].slices(Slice.ofPowersByDepth + [.trivial], .exactMatch, of: split, after: ["train"]),
              .text("With vectors:"),
              trained[1].slices(Slice.ofPowersByDepth + [.trivial], .exactMatch, of: split, after: ["train"]),
            ]
          }
        },
        try findings.measured("training of powers/squaring", of: squaring) { [$0.trainingLoss()] },
        .note(
          """
          Built in: the order of the bits and a loop for each, the same weights in every loop, and that what is kept is a
          symbol for every element. Learned, from the last loop's answers alone: that a loop composes what is kept with
          itself, and takes one step more where the bit is 1.
          """),
      ])
  }
}
