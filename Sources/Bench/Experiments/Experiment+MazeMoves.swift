import Data
import Judging
import Learning
import Training

extension Experiment {
  /// Where a token is a cell, and knows of every other cell how many rows and columns away it lies, no place in a
  /// sequence says anything of the size, and no cell has a name that training did not use.
  package static func mazeMoves(_ profile: Profile) -> Experiment {
    let scale = MazeMovesScale.at(profile)
    func asked(_ split: MazeSplit) -> AskedSplit {
      AskedSplit(.mazeMoves(split, radius: MazeMovesScale.radius), count: scale.questions)
    }
    return Experiment(
      id: "mazes/moves",
      claim: "Moves learned in 3 x 3 and 4 x 4 cells, by where each cell lies from the others, carry over to 5 x 5.",
      profile: profile,
      model: .looped(MazeMovesScale.model),
      stages: [Stage("train", on: .mazeMoves(.train3To4, radius: MazeMovesScale.radius), scale.recipe)],
      asked: [.heldOut3To4, .sizeUp5, .sizeUp6, .sizeUp8].map(asked),
      replicates: scale.replicates,
      claims: [
        .moves("3 x 3 and 4 x 4, held out", .heldOut3To4, atLeast: scale.heldOut, scale.provenance),
        .moves("5 x 5", .sizeUp5, atLeast: scale.sizeUp, scale.provenance),
        .moves("8 x 8", .sizeUp8, atLeast: scale.sizeUp, scale.provenance, isControl: true),
      ])
  }
}

extension Claim {
  fileprivate static func moves(
    _ subject: String, _ split: MazeSplit, atLeast threshold: Double, _ provenance: Claim.Provenance,
    isControl: Bool = false
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .everything, metric: .exactPath,
      requirement: .atLeast(threshold), isControl: isControl, testName: nil,
      provenance: provenance,
      leakLimit: isControl ? nil : .unseen)
  }
}
