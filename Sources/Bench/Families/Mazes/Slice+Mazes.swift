import Judging

extension Slice {
  /// By the steps of a shortest path (24 is the longest that 5 x 5 cells allow) and by the forks on it.
  package static let ofMazes: [Slice] = [
    .everything, .of("steps", 1...12), .of("steps", 13...24), .of("steps", 25...), .of("forks", 0...0),
    .of("forks", 1...3), .of("forks", 4...),
  ]
}
