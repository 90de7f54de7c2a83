/// A distribution of mazes with a path to find, declared by data.
package struct MazeSplit: Hashable, Sendable {
  /// Which of several shortest paths is the label.
  package enum Label: String, Hashable, Sendable {
    /// The one that turns north, east, south, west in this order of preference.
    case canonical
    /// Each with the same probability.
    case random
  }

  /// Within its family: lower-case letters, digits and hyphens.
  package let localName: String
  /// Goes up by one whenever the same seed and index give another example.
  package let revision: Int
  /// The rows, drawn once and uniformly; the maze is then redrawn until it is taken.
  package let sizes: ClosedRange<Int>
  /// The columns, drawn likewise; nil for as many as rows.
  package let columns: ClosedRange<Int>?
  /// The side of a square lattice within which the maze stands at a random place, with walls between all other cells;
  /// nil for the maze alone.
  package let frame: Int?
  package let generator: MazeGenerator
  package let portion: Portion
  package let endpoints: EndpointRule
  /// The steps between the ends if there were no walls.
  package let distances: ClosedRange<Int>
  /// The steps of a shortest path.
  package let pathLengths: ClosedRange<Int>
  package let label: Label

  /// Distances and path lengths of any number.
  package static let anyLength = 1...Int.max

  /// With its family: `mazes/train`. What is drawn does not depend on it.
  package var name: String { "mazes/\(localName)" }

  package init(
    name: String, revision: Int, sizes: ClosedRange<Int>, columns: ClosedRange<Int>? = nil, frame: Int? = nil,
    generator: MazeGenerator, portion: Portion, endpoints: EndpointRule,
    distances: ClosedRange<Int> = anyLength, pathLengths: ClosedRange<Int> = anyLength, label: Label
  ) {
    precondition(
      !name.isEmpty && name.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" },
      "A split's name has lower-case letters, digits and hyphens only, unlike \"\(name)\".")
    let columnRange = columns ?? sizes
    for sides in [sizes, columnRange] {
      precondition(
        1 <= sides.lowerBound && sides.upperBound <= Maze.largestSide,
        "Sides lie within 1...\(Maze.largestSide); \(sides) do not.")
    }
    precondition(
      sizes.lowerBound * columnRange.lowerBound > 1, "A maze of one cell has no two ends: \(sizes) allows it.")
    let longest = max(sizes.upperBound, columnRange.upperBound)
    precondition(
      longest...Maze.largestSide ~= frame ?? longest, "Mazes of side \(longest) do not fit into a frame of \(frame!).")
    let farthest = sizes.upperBound + columnRange.upperBound - 2
    precondition(
      1 <= distances.lowerBound && distances.lowerBound <= farthest,
      "No two cells lie in \(distances) where the farthest are \(farthest) steps apart.")
    let cellCount = sizes.upperBound * columnRange.upperBound
    precondition(
      1 <= pathLengths.lowerBound && pathLengths.lowerBound < cellCount,
      "No shortest path in \(cellCount) cells has a length in \(pathLengths).")
    (localName, self.revision, self.sizes, self.columns) = (name, revision, sizes, columns)
    (self.frame, self.generator, self.portion) = (frame, generator, portion)
    (self.endpoints, self.distances, self.pathLengths) = (endpoints, distances, pathLengths)
    self.label = label
  }
}
