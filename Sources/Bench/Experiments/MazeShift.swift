import Data
import Judging

/// A question to the network of `mazes/other-sizes` about other mazes than it learned from, or about the hardest of those,
/// and what is claimed of its answers.
struct MazeShift {
  let split: MazeSplit
  /// As many as the longest path that is asked may have cells; fewer make a control.
  let loops: Int
  /// Examples each replicate is asked, of as many as others are.
  let share: Double
  let claim: Claim

  static let all: [MazeShift] = [
    shift("Kruskal's", .kruskal, test: "kruskal"),
    shift("Prim's", .prim, test: "prim"),
    shift("recursive division", .recursiveDivision, test: "recursiveDivision"),
    shift("percolation .6", .density60, .shortestPath, test: "percolation60"),
    shift("percolation .8", .density80, .shortestPath, test: "percolation80"),
    shift("cycles .05", .cycles5, .shortestPath, test: "cycles5"),
    shift("cycles .2", .cycles20, .shortestPath, test: "cycles20"),
    shift("cycles .4", .cycles40, .shortestPath, test: "cycles40"),
    // No shifts: training has such ends and paths too, and teaches every cell's distance. They are the hard part of it.
    shift("between dead ends", .deadEnds, test: "deadEnds"),
    shift("paths of 12 steps and more", .longPaths, test: "longPaths"),
    shift("in a frame of 6 x 6", .framed6, test: "framed"),
    // A path of more steps than loops cannot have been followed to its end.
    shift("6 x 6 in 6 loops", .sizeUp6, loops: 6, isControl: true, test: "tooFewLoopsFail"),
  ]

  private static func shift(
    _ subject: String, _ split: MazeSplit, _ metric: Metric = .exactPath, loops: Int = MazesScale.trainingLoops,
    isControl: Bool = false, test: String
  ) -> MazeShift {
    let claim = Claim(
      subject: subject, stage: "train", split: split.name, slice: .everything, metric: metric,
      requirement: .atLeast(0.9), isControl: isControl, testName: "Mazes/\(test)",
      provenance: .goal("Nine in ten, of every kind alike."), leakLimit: isControl ? nil : .unseen)
    return MazeShift(
      split: split, loops: loops, share: 0.5,
      claim: isControl ? claim.byDefinition("More than half of the paths have more steps than it has loops.") : claim)
  }
}
