/// Which prediction was given for which true value: a row for each true whole number, a histogram of predictions in it.
package struct HeatMap: Equatable, Sendable {
  package let trueValues: ClosedRange<Int>
  package let predictions: Edges
  /// One for each true value, in rising order.
  package private(set) var rows: [Histogram]
  /// Examples whose true value has no row.
  package private(set) var outside = 0

  package init(trueValues: ClosedRange<Int>, predictions: Edges) {
    self.trueValues = trueValues
    self.predictions = predictions
    rows = trueValues.map { _ in Histogram(edges: predictions) }
  }

  /// Rows that were counted before, the first for the true value `firstValue`.
  package init(firstValue: Int, rows: [Histogram], outside: Int) {
    precondition(!rows.isEmpty && outside >= 0, "a map has rows and no negative count: \(rows.count), \(outside)")
    precondition(rows.allSatisfy { $0.edges == rows[0].edges }, "the rows of a map share their edges")
    trueValues = firstValue...firstValue + rows.count - 1
    predictions = rows[0].edges
    self.rows = rows
    self.outside = outside
  }

  package mutating func add(true value: Int, prediction: Double, count: Int = 1) {
    precondition(count >= 0, "a count is not negative: \(count)")
    guard trueValues.contains(value) else {
      outside += count
      return
    }
    rows[value - trueValues.lowerBound].add(prediction, count: count)
  }

  package var total: Int { rows.reduce(outside) { $0 + $1.total } }
}

extension HeatMap {
  /// A column of a drawing. Those for what lies outside of the bins are there only when there is some.
  struct Column: Equatable {
    enum Kind: Equatable {
      case below
      case bin(Int)
      case above
      case notANumber
    }
    var kind: Kind
    var label: String
    var tip: String
  }

  var columns: [Column] {
    let labels = predictions.labels
    let bins = (0..<predictions.binCount).map { bin in
      // A column is narrow: where the bins are not whole numbers, its lower edge names it.
      let label = predictions.isWhole ? labels[bin] : NumberText.short(predictions.values[bin])
      return Column(kind: .bin(bin), label: label, tip: labels[bin])
    }
    let below = Column(kind: .below, label: "below", tip: predictions.labelBelow)
    let above = Column(kind: .above, label: "above", tip: predictions.labelAbove)
    let notANumber = Column(kind: .notANumber, label: "NaN", tip: "NaN")
    return (rows.contains { $0.underflow > 0 } ? [below] : []) + bins
      + (rows.contains { $0.overflow > 0 } ? [above] : []) + (rows.contains { $0.notANumber > 0 } ? [notANumber] : [])
  }

  func count(row: Int, column: Column) -> Int {
    switch column.kind {
    case .below: rows[row].underflow
    case .bin(let bin): rows[row].counts[bin]
    case .above: rows[row].overflow
    case .notANumber: rows[row].notANumber
    }
  }

  func share(row: Int, column: Column) -> Double {
    let total = rows[row].total
    return total == 0 ? 0 : Double(count(row: row, column: column)) / Double(total)
  }

  /// Whether a prediction in this cell is right, as far as the bins tell.
  func isRight(row: Int, column: Column) -> Bool {
    guard case .bin(let bin) = column.kind else { return false }
    return predictions.place(of: Double(trueValues.lowerBound + row)) == .bin(bin)
  }
}
