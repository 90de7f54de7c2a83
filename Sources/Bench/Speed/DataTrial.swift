import Data
import Seeds

/// Times how fast examples are drawn on one core, answers included.
package enum DataTrial: String, CaseIterable, Sendable {
  /// Graphs of 3 to 15 vertices with as many edges as vertices, each with a distance by breadth-first search.
  case graphs
  /// Permutations of 8 to 12 elements of kept cycle types, each with the image of an element under a power of 6 bits.
  case permutations

  /// Examples drawn at a time, as `genbench export` does.
  private static let batchSize = 4096

  package func run() -> DataReport {
    let rate =
      switch self {
      case .graphs: Self.rate { GraphSplit.anyTargetLargeGraphs.examples($0, seed: Seed(root: 1)).last?.label }
      case .permutations: Self.rate { PowerSplit.depth6.examples($0, seed: Seed(root: 1)).last?.context.count }
      }
    return DataReport(data: rawValue, examplesPerSecond: rate, peakMemory: ProcessFacts.peakMemory)
  }

  /// Of examples that `draw` makes from their indices; it returns something of the last one, so that none is left out.
  private static func rate(_ draw: (Range<Int>) -> Int?) -> Double {
    var first = 0
    let batches = SteadyRate.measure { count in
      for _ in 0..<count {
        let drawn = draw(first..<first + batchSize)
        precondition(drawn != nil, "No example was drawn.")
        first += batchSize
      }
    }
    return batches * Double(batchSize)
  }
}
