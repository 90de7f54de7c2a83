import Instruments
import Judging
import Reports

/// Every number that an instrument read off an experiment's replicates, claimed or not.
package struct ReadingTable: Sendable {
  private let readings: [[Reading]]

  /// - Parameter readings: of each replicate.
  package init(_ readings: [[Reading]]) { self.readings = readings }

  /// A row a number: its mean over replicates with its interval, and how far they lie apart.
  package var rows: [[String]] {
    guard let first = readings.first else { return [] }
    return first.indices.map { place in
      let values = readings.map { $0[place].value }
      return [
        first[place].name, Estimate(Interval.ofMean(values)).bareText(as: .number),
        NumberText.significant(values.min() ?? .nan), NumberText.significant(values.max() ?? .nan),
      ]
    }
  }

  static let head = ["read off every replicate", "mean", "lowest", "highest"]

  package var text: String { TextTable(Self.head, rows).text }

  package var document: DocumentTable {
    DocumentTable(
      columns: [.words("Number"), .numbers("Mean"), .numbers("Lowest seed"), .numbers("Highest seed")], rows: rows)
  }
}
