import Data
import Judging
import Storage

/// Answers example by example, as rows for other programs: which example, what was answered, what is true, every metric's
/// term, and the columns that slices are cut by.
package struct ExampleRecords: Sendable {
  /// Whose answers they are, such as a stage's; before the other columns, the same in every row.
  private let subject: [(name: String, value: String)]
  private let replicates: [Replicate]
  /// The index of the first example.
  private let first: Int
  private let metrics: [Metric]
  /// By replicate; nil where none was answered with any.
  private let paths: [[MazeAnswer]]?
  /// Whether there is a column for them.
  private let hasPaths: Bool

  package init(
    _ replicates: [Replicate], from first: Int = 0, metrics: [Metric], of subject: [(name: String, value: String)] = [],
    paths: [[MazeAnswer]]? = nil, hasPaths: Bool = false
  ) {
    (self.replicates, self.first, self.metrics, self.subject) = (replicates, first, metrics, subject)
    (self.paths, self.hasPaths) = (paths, hasPaths)
  }

  /// - Parameter attributes: those of the rows' evaluations that are columns.
  package func columns(_ attributes: [String]) -> [String] {
    subject.map(\.name) + ["split", "seed", "index", "prediction", "truth"] + (hasPaths ? ["path", "finished"] : [])
      + metrics.map(\.optionName) + attributes
  }

  /// What the rows can be cut by; an example's index is a column of its own.
  package var attributes: [String] {
    replicates.first.map { $0.evaluation.attributes.map(\.name).filter { $0 != "index" } } ?? []
  }

  /// A replicate at once. Attributes that an evaluation has not are null.
  package func chunks(_ format: RecordFormat, attributes: [String]) -> some Sequence<[UInt8]> {
    let columns = columns(attributes)
    return replicates.indices.lazy.map { place in
      Array(rows(of: place, attributes).map { format.line(columns, $0) }.joined().utf8)
    }
  }

  /// The same with its head.
  package func file(_ format: RecordFormat) -> [[UInt8]] {
    [Array(format.head(columns(attributes)).utf8)] + chunks(format, attributes: attributes)
  }

  private func rows(of place: Int, _ attributes: [String]) -> [[JSONValue]] {
    let replicate = replicates[place]
    let evaluation = replicate.evaluation
    let indices = evaluation.exampleIndices(from: first)
    let terms = metrics.map { $0.terms(evaluation, .everything) }
    let columns = attributes.map { name in evaluation.attributes.first { $0.name == name }?.values }
    let head: [JSONValue] = subject.map { .string($0.value) } + [.string(evaluation.split), .integer(replicate.seed)]
    return evaluation.truths.indices.map { row in
      head + [.integer(indices[row]), JSONValue(number: evaluation.predictions[row])]
        + [JSONValue(number: evaluation.truths[row])] + path(of: row, of: place)
        + terms.map { JSONValue(number: $0[row]) }
        + columns.map { column in column.map { .integer(Int($0[row])) } ?? .null }
    }
  }
}

extension ExampleRecords {
  private func path(of row: Int, of place: Int) -> [JSONValue] {
    guard hasPaths else { return [] }
    guard let path = paths?[place][row] else { return [.null, .null] }
    return [
      .array(path.path.map { .array([.integer(Int($0.row)), .integer(Int($0.column))]) }),
      .integer(path.isFinished ? 1 : 0),
    ]
  }
}

extension Evaluation {
  /// Which example each row is about: a row an example, unless some have several questions.
  func exampleIndices(from first: Int) -> [Int] {
    attributes.first { $0.name == "index" }?.values.map(Int.init) ?? Array(first..<first + count)
  }
}
