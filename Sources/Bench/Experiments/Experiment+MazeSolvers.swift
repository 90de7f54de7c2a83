import Data
import Judging
import Learning
import Training

extension Experiment {
  /// The question again, of networks that find the path and not only its start: asked 3 x 3 cells, of which all
  /// are shown some, fewer and more.
  package static func mazeSolver(_ solver: MazeSolver, _ profile: Profile) -> Experiment {
    let scale = MazeSolverScale.at(profile)
    return Experiment(
      id: "mazes/solver-\(solver.name)", claim: solver.claim, profile: profile,
      model: .encoder(scale.network.shape(for: solver.task, solver.learnedPositions)),
      stages: [
        Stage("train", on: .mazeTokens(solver.training, solver.task), scale.recipe, watch: scale.watch)
      ],
      asked: MazeSolver.asked.map { AskedSplit(.mazeTokens($0, solver.task), count: scale.questions) },
      replicates: scale.replicates, claims: solver.claims)
  }
}

extension MazeSolver {
  fileprivate var claim: String {
    let counts =
      switch counted {
      case .path: "Loss on the path"
      case .sequence: "Loss on the whole sequence"
      case .validity: "Loss by validity"
      }
    let places =
      switch positions {
      case .absolute: "learned positions"
      case .rotary: "rotary positions"
      case .relative: "positions by distance"
      case .none: "no positions"
      case .randomStart: "learned positions from a random one on"
      }
    let mazes =
      switch shown {
      case .one: "3 x 3 cells"
      case .several: "2 x 2 to 3 x 3 cells"
      case .wilson: "3 x 3 cells by Wilson's algorithm"
      case .deadEnds: "3 x 3 cells, from dead ends"
      }
    return "\(counts), \(places), \(mazes): which paths it finds."
  }

  /// The same is held against all; those that must miss it are controls.
  fileprivate var claims: [Claim] {
    switch (counted, positions, shown) {
    case (.path, .absolute, .one): [found, wilson, smaller.asControl, larger.asControl]
    case (.path, .rotary, _): [found, smaller, larger]
    case (.path, .absolute, .several): [found, smaller, larger.asControl]
    case (.sequence, .absolute, .one): [found, smaller.asControl]
    case (.path, .randomStart, _), (.path, .relative, _), (.path, .none, _): [smaller]
    case (.path, _, .wilson): [found, wilson]
    case (.validity, _, _): [found]
    case (.sequence, _, _), (.path, _, .deadEnds): [found]
    }
  }

  private var found: Claim {
    exact("3 x 3", .heldOut3In4, atLeast: 0.8, .goal("Set before any pilot; a random walk has 0.47."))
  }

  private var smaller: Claim {
    exact("2 x 3", .sizeDown2By3In4, atLeast: 0.5, .judged(0...0, "Rotary 0.80, learned 0.00. Seeds 1-4 are fresh."))
  }

  private var larger: Claim {
    exact("4 x 4", .heldOut4, atLeast: 0.15, .judged(0...0, "Rotary 0.27, learned 0.00. Seeds 1-4 are fresh."))
  }

  private var wilson: Claim {
    exact("3 x 3, Wilson's", .wilson3In4, atLeast: 0.5, .goal("More than a random walk, which has 0.44."))
  }

  private func exact(
    _ subject: String, _ split: MazeSplit, atLeast threshold: Double, _ provenance: Claim.Provenance
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .everything, metric: .exactPath,
      requirement: .atLeast(threshold), isControl: false, testName: nil, provenance: provenance, leakLimit: .unseen)
  }
}

extension Claim {
  /// The same, which must be missed.
  fileprivate var asControl: Claim {
    Claim(
      subject: subject, stage: stage, split: split, slice: slice, metric: metric, requirement: requirement,
      isControl: true, testName: testName, provenance: provenance)
  }
}
