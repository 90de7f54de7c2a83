import Data
import Seeds

/// How each task family leaves the program, and how its splits are asked for by name. A family describes its lines and
/// arrays in a file of its own, as `Graphs/GraphSplit+Interchange.swift` does.
extension Examples {
  /// Every split of every family.
  package static let all: [Examples] =
    GraphSplit.all.map { .graphs($0) } + MazeSplit.all.map { .mazeFields($0, unreachable: -1) }
    + PowerSplit.all.map { .powers($0) }

  package static func named(_ name: String) throws(UnknownName) -> Examples {
    guard let examples = all.first(where: { $0.name == name }) else {
      throw UnknownName(kind: "split", asked: name, known: all.map(\.name))
    }
    return examples
  }

  /// An object a line, with a line break after each.
  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] {
    switch self {
    case .graphs(let split), .vertices(let split, _), .renamedGraphs(let split), .searches(let split):
      split.jsonLines(indices, seed: seed)
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _):
      split.jsonLines(indices, seed: seed)
    case .amplification: preconditionFailure("\(name) is asked of a system, and never leaves the program.")
    case .powers(let split), .powerTapes(let split, _): split.jsonLines(indices, seed: seed)
    }
  }

  /// The same as arrays, always of the same names and row shapes.
  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] {
    switch self {
    case .graphs(let split), .vertices(let split, _), .renamedGraphs(let split), .searches(let split):
      split.columns(indices, seed: seed)
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _):
      split.columns(indices, seed: seed)
    case .amplification: preconditionFailure("\(name) is asked of a system, and never leaves the program.")
    case .powers(let split), .powerTapes(let split, _): split.columns(indices, seed: seed)
    }
  }

  /// The columns without a row: what they are called, what shape they have, and what stands in them.
  package var columns: [ExampleColumn] { columns(0..<0, seed: Seed(root: 0)) }

  /// One split of each family, to show how they look.
  package static var families: [Examples] {
    var seen: Set<String> = []
    return all.filter { seen.insert($0.family).inserted }
  }

  package var family: String {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches: "graphs"
    case .mazeFields, .mazeMoves, .mazeTokens: "mazes"
    case .amplification: "permutations"
    case .powers, .powerTapes: "powers"
    }
  }

  /// A short line of the family, for help.
  package var sampleLine: String {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches: GraphSplit.sampleLine
    case .mazeFields, .mazeMoves, .mazeTokens: MazeSplit.sampleLine
    case .amplification: preconditionFailure("\(name) is asked of a system, and never leaves the program.")
    case .powers, .powerTapes: PowerSplit.sampleLine
    }
  }
}
