/// What a table leaves out where it would be too long: of claims that are alike, all but the one that is nearest to its
/// threshold.
enum Folding: CaseIterable, Sendable {
  /// A row a claim.
  case none
  /// A row for all claims of an experiment with one requirement of one metric.
  case requirement
  /// A row for all claims of an experiment, and one for its controls.
  case kind

  /// - Parameter rows: of one experiment, all claims or all controls.
  func entries(of rows: [ThresholdRow]) -> [ThresholdEntry] {
    switch self {
    case .none: return rows.map { ThresholdEntry(row: $0, name: Escape.line($0.subject)) }
    case .requirement:
      var groups: [[ThresholdRow]] = []
      for row in rows {
        let place = groups.firstIndex { $0[0].metric == row.metric && $0[0].requirement == row.requirement }
        if let place { groups[place].append(row) } else { groups.append([row]) }
      }
      return groups.map { group in
        let row = Self.nearest(of: group)
        return ThresholdEntry(
          row: row, name: Escape.line(row.subject) + (group.count > 1 ? " (of \(group.count))" : ""))
      }
    case .kind:
      guard !rows.isEmpty else { return [] }
      let row = Self.nearest(of: rows)
      return [ThresholdEntry(row: row, name: (row.requirement.isControl ? "control: " : "") + Escape.line(row.subject))]
    }
  }

  /// What a reader is told of it; nil where all stand there.
  var remark: String? {
    switch self {
    case .none: nil
    case .requirement: "(of n) nearest to its threshold, of n that are alike"
    case .kind: "of each experiment the claim and the control that are nearest to their thresholds"
    }
  }

  private static func nearest(of rows: [ThresholdRow]) -> ThresholdRow {
    // A mark that is no good news is not hidden behind one that is.
    let telling = rows.filter { $0.mark == rows.map(\.mark).max { $0.weight < $1.weight } }
    return telling.min { $0.margin < $1.margin }!
  }
}

/// A line of the table: a claim, which may stand for others like it.
struct ThresholdEntry: Sendable {
  let row: ThresholdRow
  let name: String
}

extension Mark {
  /// How much of it a reader should not miss.
  fileprivate var weight: Int {
    switch self {
    case .sameBits: 0
    case .passed, .withinNoise: 1
    case .improved: 2
    case .notComparable: 3
    case .failed, .newlyFailing: 4
    }
  }
}
