import Data
import Judging
import Learning
import Training

/// How few mazes of another kind a trained network needs, and what it forgets of its own: fine-tuned on so many
/// distinct mazes, shown over and over.
package struct MazeFineTuning: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case larger
    case wilson

    var training: MazeSplit { self == .larger ? .fineTune6 : .trainWilson }
    var asking: MazeSplit { self == .larger ? .sizeUp6 : .wilson }
    var text: String { self == .larger ? "6 x 6 cells" : "Wilson's mazes" }
  }

  package var kind: Kind
  package var distinct: Int

  static let counts = [32, 256, 2_048]

  /// None at all is what the stage before leaves: the table has it beside each.
  package static let all = Kind.allCases.flatMap { kind in
    counts.map { MazeFineTuning(kind: kind, distinct: $0) }
  }

  var id: String { "mazes/fine-tuned-\(kind.rawValue)-\(distinct)" }
}

extension Experiment {
  package static func fineTunedMazes(_ tuning: MazeFineTuning, _ profile: Profile) -> Experiment {
    let setting = MazeTokenSetting(.path, .absolute, .three)
    let scale = MazeTokensScale.at(profile)
    return Experiment(
      id: tuning.id,
      claim: "Fine-tuned on \(tuning.distinct) mazes: what it learns of \(tuning.kind.text), and forgets of its own.",
      profile: profile,
      model: .encoder(scale.network.shape(for: setting.task, setting.learnedPositions)),
      stages: [
        Stage("train", on: .mazeTokens(setting.training, setting.task), scale.recipe),
        Stage(
          "fine-tune", on: .mazeTokens(tuning.kind.training, setting.task, distinct: tuning.distinct), scale.fineTune),
      ],
      asked: [MazeSplit.heldOut3To5, tuning.kind.asking].map {
        AskedSplit(.mazeTokens($0, setting.task), count: scale.questions)
      },
      replicates: scale.replicates,
      claims: tuning.claims)
  }
}

extension MazeFineTuning {
  /// Of larger mazes so few examples teach it little, and cost it much of what it knew.
  fileprivate var claims: [Claim] {
    [
      claim("first cell after", kind.asking), claim("forgetting: first cell, 3 x 3 to 5 x 5", .heldOut3To5),
    ]
  }

  private func claim(_ subject: String, _ split: MazeSplit) -> Claim {
    Claim(
      subject: subject, stage: "fine-tune", split: split.name, slice: .everything, metric: .firstCell,
      requirement: .atLeast(0.9), isControl: kind == .larger, testName: nil,
      provenance: .judged(
        0...4,
        kind == .larger
          ? "Before, 1.00 of its own sizes and 0.02 of 6 x 6 cells; upper bounds of 0.66 and less; of fresh seeds 5-9 the best "
            + "has 0.84."
          : "Before, 1.00 of its own sizes, which Wilson's mazes have too."),
      leakLimit: kind == .larger ? nil : .unseen)
  }
}
