import Data
import Judging
import Learning
import Training

/// How the network of ``Experiment/mazesOfOtherSizes(_:)`` learns to hold out for hundreds of loops, and what of that
/// it could do without.
package enum LargerMazeTraining: String, Sendable, Hashable, CaseIterable {
  /// Some cells cannot be reached, and there are more loops than paths have steps: so a cell that waits learns to go on
  /// waiting.
  case forests
  /// Every cell can be reached.
  case trees
  /// As many loops as the longest path may need.
  case fewerLoops = "fewer-loops"
  /// Neither.
  case plain
  /// Neither, and half of the examples teach from a random loop on: the loss that was published for this.
  case progressive

  var split: MazeSplit {
    switch self {
    case .forests, .fewerLoops: .train3To5Forest
    case .trees, .plain, .progressive: .train3To5
    }
  }

  var loops: Int {
    switch self {
    case .forests, .trees: 40
    case .fewerLoops, .plain, .progressive: MazesScale.trainingLoops
    }
  }

  var id: String { self == .forests ? "mazes/much-larger" : "mazes/much-larger-\(rawValue)" }

  /// As printed.
  var name: String {
    switch self {
    case .forests: "forests, 40 loops"
    case .trees: "trees, 40 loops"
    case .fewerLoops: "forests, 25 loops"
    case .plain: "trees, 25 loops"
    case .progressive: "trees, 25 loops, progressive loss"
    }
  }

  var model: LoopedEncoderShape {
    var model = MazesScale.model().looped(loops)
    model.progressiveLoss = ProgressiveLoss(probability: self == .progressive ? 0.5 : 0)
    return model
  }
}

extension Experiment {
  /// Mazes of a hundred times the cells that were learned from.
  package static func muchLargerMazes(_ training: LargerMazeTraining, _ profile: Profile) -> Experiment {
    let scale = MazesScale.at(profile)
    let learned = training.loops
    func asked(_ split: MazeSplit, _ count: Int, loops: Int) -> AskedSplit {
      AskedSplit(.mazeFields(split, unreachable: loops), count: count, loops: loops)
    }
    return Experiment(
      id: training.id,
      claim: "Maps learned in mazes of 3 x 3 to 5 x 5 cells (\(training.name)) carry over to 15 x 15 and to 30 x 30"
        + (training == .plain ? " in three replicates of five." : "."),
      profile: profile,
      model: .looped(training.model),
      stages: [Stage("train", on: .mazeFields(training.split, unreachable: learned), scale.recipe)],
      asked: [
        asked(.heldOut3To5, scale.questions, loops: learned), asked(.sizeUp8, scale.questions, loops: 64),
        asked(.sizeUp15, scale.questions / 8, loops: 225), asked(.sizeUp30, scale.questions / 16, loops: 600),
      ],
      replicates: scale.replicates,
      claims: [
        .large(training == .forests ? "8 x 8, learned from forests" : "8 x 8", .sizeUp8, atLeast: 0.95),
        .large("15 x 15", .sizeUp15, atLeast: 0.9),
        .large("30 x 30", .sizeUp30, atLeast: 0.8),
      ])
  }
}

extension Claim {
  fileprivate static func large(_ subject: String, _ split: MazeSplit, atLeast threshold: Double) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .everything, metric: .exactPath,
      requirement: .atLeast(threshold), isControl: false, testName: nil,
      provenance: .goal("The best published network has 0.973 at 30 x 30 without one of five seeds."),
      leakLimit: .unseen)
  }
}
