import Data
import Learning

extension Experiment {
  /// The network of ``mazesOfOtherSizes(_:)`` where it must hold out for hundreds of loops: some cells of the mazes it
  /// learns from cannot be reached, and it learns with more loops than any of their paths has steps. So a cell that
  /// waits learns to go on waiting.
  package static func muchLargerMazes(_ profile: Profile) -> Experiment {
    let scale = MazesScale.at(profile)
    let learned = 40
    func question(_ split: MazeSplit, _ count: Int, loops: Int) -> Question {
      Question(.mazeFields(split, unreachable: loops), count: count, loops: loops)
    }
    return Experiment(
      id: "mazes/much-larger",
      claim: "Maps learned in mazes of 3 x 3 to 5 x 5 cells carry over to 15 x 15 and to 30 x 30.",
      profile: profile,
      model: .looped(MazesScale.model().looped(learned)),
      stages: [Stage("train", on: .mazeFields(.train3To5Forest, unreachable: learned), scale.recipe)],
      questions: [
        question(.heldOut3To5, scale.questions, loops: learned), question(.sizeUp8, scale.questions, loops: 64),
        question(.sizeUp15, scale.questions / 8, loops: 225), question(.sizeUp30, scale.questions / 16, loops: 600),
      ],
      replicates: scale.replicates,
      claims: [
        .large("8 x 8, learned from forests", .sizeUp8, atLeast: 0.95),
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
      provenance:
        "The goal, set before any run; the best published network has 0.973 at 30 x 30 without one of five seeds.",
      leakLimit: .unseen)
  }
}
