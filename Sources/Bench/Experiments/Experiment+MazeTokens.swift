import Data
import Judging
import Learning
import Training

extension Experiment {
  /// The question (understanding-search, issue 121): does loss on the path alone cure a network of learning
  /// where the path starts from its place in the sequence, which is the same in all mazes of one size?
  ///
  /// Whatever the setting, the network is asked mazes of the size it was shown, smaller ones and larger ones.
  package static func mazeTokens(_ setting: MazeTokenSetting, _ profile: Profile) -> Experiment {
    let scale = MazeTokensScale.at(profile)
    let counts = setting.counted == .path ? "Loss on the path" : "Loss on the whole sequence"
    let sizes = setting.sizes == .one ? "one size" : "three sizes"
    return Experiment(
      id: "mazes/tokens-\(setting.name)",
      claim: "\(counts), \(setting.positions.rawValue) positions, \(sizes): where the path starts in other sizes.",
      profile: profile,
      model: .encoder(scale.network.shape(for: setting.task, setting.learnedPositions)),
      stages: [Stage("train", on: .mazeTokens(setting.training, setting.task), scale.recipe)],
      asked: [MazeSplit.heldOut4, .sizeDown3, .sizeUp5, .sizeUp6].map {
        AskedSplit(.mazeTokens($0, setting.task), count: scale.questions)
      },
      replicates: scale.replicates,
      claims: setting.claims(scale))
  }
}

extension MazeTokenSetting {
  fileprivate func claims(_ scale: MazeTokensScale) -> [Claim] {
    /// At its own size it knows where to start, or does not yet.
    let known = scale.atItsSize
    /// At others it mostly does, or mostly does not.
    let carried = scale.elsewhere
    return switch (counted, positions, sizes) {
    case (.path, .absolute, .one):
      [
        firstCell("first cell, 4 x 4", .heldOut4, known, test: "pathAbsoluteOneAtItsSize"),
        firstCell("first cell, 3 x 3", .sizeDown3, carried, isControl: true, test: "pathAbsoluteOneFailsIn3x3"),
        firstCell("first cell, 5 x 5", .sizeUp5, carried, isControl: true, test: "pathAbsoluteOneFailsIn5x5")
          .byDefinition("The places where such paths begin were never trained."),
      ]
    case (.path, .rotary, .one):
      [
        firstCell("first cell, 3 x 3", .sizeDown3, carried, test: "pathRotaryOneIn3x3"),
        firstCell("first cell, 5 x 5", .sizeUp5, carried, test: "pathRotaryOneIn5x5"),
      ]
    case (.path, .absolute, .three):
      [
        firstCell("first cell, 3 x 3", .sizeDown3, carried, test: "pathAbsoluteThreeIn3x3"),
        firstCell("first cell, 5 x 5", .sizeUp5, carried, test: "pathAbsoluteThreeIn5x5"),
        firstCell("first cell, 6 x 6", .sizeUp6, carried, isControl: true, test: "pathAbsoluteThreeFailsIn6x6")
          .byDefinition("The places where such paths begin were never trained."),
      ]
    case (.path, .rotary, .three):
      [
        firstCell("first cell, 3 x 3", .sizeDown3, carried, test: "pathRotaryThreeIn3x3"),
        firstCell("first cell, 6 x 6", .sizeUp6, carried, test: "pathRotaryThreeIn6x6"),
      ]
    case (.sequence, .absolute, .one):
      [
        firstCell("first cell, 3 x 3", .sizeDown3, carried, isControl: true, test: "sequenceAbsoluteOneFailsIn3x3")
          .byDefinition("Four of five replicates do not know their own size either.")
      ]
    case (.sequence, .rotary, .one):
      [firstCell("first cell, 4 x 4", .heldOut4, known, isControl: true, test: "sequenceRotaryOneIsSlower")]
    case (.sequence, .absolute, .three):
      [firstCell("first cell, 4 x 4", .heldOut4, known, isControl: true, test: "sequenceAbsoluteThreeIsSlower")]
    case (.sequence, .rotary, .three):
      [firstCell("first cell, 4 x 4", .heldOut4, known, isControl: true, test: "sequenceRotaryThreeIsSlower")]
    }
  }

  /// Of the mazes whose origin has a token that training used: another size is asked of, not another alphabet.
  private func firstCell(
    _ subject: String, _ split: MazeSplit, _ threshold: Threshold, isControl: Bool = false,
    test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .of("corner", 1...knownSide), metric: .firstCell,
      requirement: .atLeast(threshold.value), isControl: isControl, testName: "MazesInTokens/\(test)",
      provenance: threshold.provenance, leakLimit: isControl ? nil : .unseen)
  }
}
