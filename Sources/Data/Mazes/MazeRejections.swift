/// How many mazes a split drew and did not take, by the first reason that was found.
package struct MazeRejections: Hashable, Sendable {
  /// The maze belongs to another portion.
  package internal(set) var portion = 0
  /// No two cells were allowed and joined.
  package internal(set) var endpoints = 0
  /// The ends lay too near or too far.
  package internal(set) var distance = 0
  /// The path was too short or too long.
  package internal(set) var pathLength = 0

  package init() {}

  package var total: Int { portion + endpoints + distance + pathLength }

  package static func += (sum: inout MazeRejections, other: MazeRejections) {
    sum.portion += other.portion
    sum.endpoints += other.endpoints
    sum.distance += other.distance
    sum.pathLength += other.pathLength
  }
}
