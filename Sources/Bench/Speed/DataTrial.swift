import Data
import Seeds

/// Times how fast examples are drawn on one core, answers included.
package enum DataTrial: Hashable, Sendable {
  /// Graphs of 3 to 15 vertices with as many edges as vertices, each with a distance by breadth-first search.
  case graphs
  /// Permutations of 8 to 12 elements of kept cycle types, each with the image of an element under a power of 6 bits.
  case permutations
  /// Mazes of one generator and size, each with a shortest path between two of its cells.
  case mazes(MazeTrial)

  package static let all: [DataTrial] = [.graphs, .permutations] + MazeTrial.all.map(DataTrial.mazes)

  /// The trial of this name; nil where there is none.
  package static func named(_ name: String) -> DataTrial? { all.first { $0.name == name } }

  /// As typed.
  package var name: String {
    switch self {
    case .graphs: "graphs"
    case .permutations: "permutations"
    case .mazes(let trial): trial.split.localName
    }
  }

  /// Examples drawn at a time, as `genbench export` does.
  private static let batchSize = 4096

  package func run() -> DataReport {
    let seed = Seed(root: 1)
    let rate =
      switch self {
      case .graphs: rate { GraphSplit.anyTargetLargeGraphs.examples($0, seed: seed).last?.label }
      case .permutations: rate { PowerSplit.depth6.examples($0, seed: seed).last?.context.count }
      case .mazes(let trial): rate { trial.split.examples($0, seed: seed).last?.path.count }
      }
    return DataReport(data: name, examplesPerSecond: rate, peakMemory: ProcessFacts.peakMemory)
  }

  /// Of examples that `draw` makes from their indices; it returns something of the last one, so that none is left out.
  private func rate(_ draw: (Range<Int>) -> Int?) -> Double {
    var first = 0
    let batches = SteadyRate.measure { count in
      for _ in 0..<count {
        let drawn = draw(first..<first + Self.batchSize)
        precondition(drawn != nil, "No example was drawn.")
        first += Self.batchSize
      }
    }
    return batches * Double(Self.batchSize)
  }
}
