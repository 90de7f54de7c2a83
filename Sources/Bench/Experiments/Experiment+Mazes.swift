import Data
import Judging
import Learning
import Training

extension Experiment {
  /// Mazes larger than any that was shown, and mazes made otherwise: a looped network learns maps of 3 x 3 to 5 x 5
  /// cells, and is asked with as many loops as the longest of its new paths may need.
  package static func mazesOfOtherSizes(_ profile: Profile) -> Experiment {
    let scale = MazesScale.at(profile)
    let learned = MazesScale.trainingLoops
    func asked(_ split: MazeSplit, loops: Int) -> AskedSplit {
      AskedSplit(.mazeFields(split, unreachable: loops), count: scale.questions, loops: loops)
    }
    return Experiment(
      id: "mazes/other-sizes",
      claim:
        "Maps learned in depth-first mazes of 3 x 3 to 5 x 5 cells carry over to 8 x 8, to Wilson's and to cycles.",
      profile: profile,
      model: .looped(MazesScale.model()),
      stages: [Stage("train", on: .mazeFields(.train3To5, unreachable: learned), scale.recipe)],
      asked: [
        asked(.heldOut3To5, loops: learned), asked(.sizeUp8, loops: 64), asked(.wilson, loops: learned),
        asked(.cycles10, loops: learned),
      ]
        + MazeShift.all.map {
          AskedSplit(
            .mazeFields($0.split, unreachable: $0.loops), count: Int($0.share * Double(scale.questions)),
            loops: $0.loops)
        },
      replicates: scale.replicates,
      claims: [
        .maze("8 x 8", .sizeUp8, .exactPath, scale.exactPath, test: "in8x8"),
        .maze("3 x 3 to 5 x 5, held out", .heldOut3To5, .exactPath, scale.exactPath, test: "heldOut"),
        .maze("3 x 3 to 5 x 5, Wilson's", .wilson, .exactPath, scale.exactPath, test: "wilson"),
        .maze("3 x 3 to 5 x 5, cycles", .cycles10, .shortestPath, scale.shortestPath, test: "withCycles"),
      ] + MazeShift.all.map(\.claim))
  }

  /// The same network, told in which row and column each cell lies: rows and columns above 5 are new to it. Nothing
  /// else would keep it from solving them.
  package static func mazesWithPlaces(_ profile: Profile) -> Experiment {
    let scale = MazesScale.at(profile)
    let learned = MazesScale.trainingLoops
    func examples(_ split: MazeSplit, loops: Int) -> Examples { .mazeFields(split, unreachable: loops, isNamed: true) }
    func claim(_ subject: String, _ split: MazeSplit, isControl: Bool = false) -> Claim {
      Claim(
        subject: subject, stage: "train", split: split.name, slice: .everything, metric: .exactPath,
        requirement: .atLeast(0.95), isControl: isControl, testName: nil,
        provenance: .goal("What the network without places must reach."),
        leakLimit: isControl ? nil : .unseen)
    }
    return Experiment(
      id: "mazes/other-sizes-named",
      claim: "Told where each cell lies, the same network fails where rows and columns are new.",
      profile: profile,
      model: .looped(MazesScale.model(isNamed: true)),
      stages: [Stage("train", on: examples(.train3To5, loops: learned), scale.recipe)],
      asked: [
        AskedSplit(examples(.heldOut3To5, loops: learned), count: scale.questions, loops: learned),
        AskedSplit(examples(.wilson, loops: learned), count: scale.questions, loops: learned),
        AskedSplit(examples(.sizeUp8, loops: 64), count: scale.questions, loops: 64),
      ],
      replicates: scale.replicates,
      claims: [
        claim("named: 3 x 3 to 5 x 5, held out", .heldOut3To5), claim("named: 3 x 3 to 5 x 5, Wilson's", .wilson),
        claim("named: 8 x 8", .sizeUp8, isControl: true),
      ])
  }
}

extension Claim {
  /// No maze that is asked, turned or mirrored, was trained on: the splits share none.
  fileprivate static func maze(
    _ subject: String, _ split: MazeSplit, _ metric: Metric, _ threshold: Threshold, test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .everything, metric: metric,
      requirement: .atLeast(threshold.value), isControl: false, testName: "Mazes/\(test)",
      provenance: threshold.provenance, leakLimit: .unseen)
  }
}
