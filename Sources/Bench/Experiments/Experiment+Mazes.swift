import Data
import Learning

extension Experiment {
  /// Mazes far larger than any that was shown: a looped network learns maps of 3 x 3 to 5 x 5 cells, and is asked with
  /// as many loops as the longest of its new paths needs.
  package static func mazesOfOtherSizes(_ profile: Profile) -> Experiment {
    let scale = MazesScale.at(profile)
    func question(_ split: MazeSplit, loops: Int, few: Bool = false) -> Question {
      Question(
        .mazeFields(split, unreachable: loops), count: few ? scale.few : scale.questions, loops: loops)
    }
    return Experiment(
      id: "mazes/other-sizes",
      claim: "Maps learned in 3 x 3 to 5 x 5 cells carry over to 30 x 30.",
      profile: profile,
      model: .looped(MazesScale.model),
      stages: [
        Stage("train", on: .mazeFields(.train3To5, unreachable: MazesScale.trainingLoops), scale.recipe)
      ],
      questions: [
        question(.heldOut3To5, loops: MazesScale.trainingLoops), question(.sizeUp8, loops: 64),
        question(.sizeUp15, loops: 225, few: true), question(.sizeUp30, loops: 600, few: true),
        question(.wilson, loops: 25), question(.cycles10, loops: 25),
      ],
      replicates: scale.replicates,
      claims: [
        .maze("8 x 8", .sizeUp8, .exactPath, atLeast: 0.95, test: "in8x8"),
        .maze("15 x 15", .sizeUp15, .exactPath, atLeast: 0.9, test: "in15x15"),
        .maze("30 x 30", .sizeUp30, .exactPath, atLeast: 0.8, test: "in30x30"),
        .maze("cycles", .cycles10, .shortestPath, atLeast: 0.8, test: "withCycles"),
        .maze("wilson", .wilson, .exactPath, atLeast: 0.95, test: "wilson"),
        .maze("held out", .heldOut3To5, .exactPath, atLeast: 0.95, test: "heldOut"),
      ])
  }
}

extension Claim {
  fileprivate static func maze(
    _ subject: String, _ split: MazeSplit, _ metric: Metric, atLeast threshold: Double, test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .everything, metric: metric,
      requirement: .atLeast(threshold), isControl: false, testName: "Mazes/\(test)", provenance: "The goal.",
      leakLimit: .unseen)
  }
}
