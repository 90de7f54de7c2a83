import Seeds

/// Where a maze that grows from a start begins and where it stops. Cells that it does not reach keep all their walls.
package struct MazeGrowth: Hashable, Sendable {
  /// How many cells are reached, the start among them.
  package enum Extent: Hashable, Sendable {
    case everything
    case cells(Int)
    /// Of all cells, rounded down, but two at least.
    case share(Probability)
  }

  package let extent: Extent
  /// The most steps from the start to any cell reached; nil for no limit. It may leave fewer cells than the extent.
  package let maximumDepth: Int?
  /// nil: drawn for each maze, every cell with the same probability.
  package let start: Cell?

  package init(extent: Extent, maximumDepth: Int?, start: Cell?) {
    if case .cells(let count) = extent { precondition(count >= 2, "A maze of \(count) cells has no two ends.") }
    precondition(maximumDepth ?? 1 >= 1, "At depth \(maximumDepth ?? 1) there is only the start.")
    (self.extent, self.maximumDepth, self.start) = (extent, maximumDepth, start)
  }

  /// Every cell, from a random start.
  package static let full = MazeGrowth(extent: .everything, maximumDepth: nil, start: nil)

  /// Whether every cell of a maze of any size is reached.
  var isFull: Bool { extent == .everything && maximumDepth == nil }

  func reach(ofCells cellCount: Int) -> Int {
    switch extent {
    case .everything: cellCount
    case .cells(let count): min(count, cellCount)
    case .share(let share): max(min(2, cellCount), share.floor(of: cellCount))
    }
  }

  /// The number of the start cell. Only a random one takes a draw.
  func start(in draft: MazeDraft, using generator: inout Generator) -> Int {
    guard let start else { return Draw.integer(in: 0...(draft.cellCount - 1), using: &generator) }
    precondition(
      draft.holds(start), "The start \(start) is outside a maze of \(draft.rows) rows and \(draft.columns) columns.")
    return start.row * draft.columns + start.column
  }
}
