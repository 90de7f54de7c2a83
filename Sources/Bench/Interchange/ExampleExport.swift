import Seeds

/// The first examples of a split under a seed, as a file for other programs. The same three give the same bytes.
package struct ExampleExport: Sendable {
  package let examples: Examples
  package let count: Int
  /// As typed: another tree than the one that the suite's own runs draw from.
  package let seed: Int

  package init(_ examples: Examples, count: Int, seed: Int) {
    precondition(count >= 0 && seed >= 0, "\(count) examples of seed \(seed) cannot be exported.")
    self.examples = examples
    self.count = count
    self.seed = seed
  }

  /// Where the examples of this number are drawn from.
  static func root(_ seed: Int) -> Seed { Seed(root: UInt64(seed)).child("export") }

  /// Examples drawn at once.
  private static let chunk = 4096

  /// The whole file, piece by piece. JSON Lines are drawn as they are asked for; arrays stand in memory first, because
  /// each goes through all examples.
  package func chunks(_ format: ExportFormat) -> AnySequence<[UInt8]> {
    switch format {
    case .jsonl:
      return AnySequence(pieces.lazy.map { examples.jsonLines($0, seed: Self.root(seed)) })
    case .npz:
      return AnySequence(NumPyArchive(arrays: columns.map { ($0.name, $0.tensor) }, comment: comment).chunks)
    case .safetensors:
      let tensors = columns.map { ($0.name, $0.tensor) }
      return AnySequence([
        Safetensors(Dictionary(uniqueKeysWithValues: tensors), metadata: provenance, file: examples.name).bytes
      ])
    }
  }

  /// How many bytes the arrays take: what a file of them holds beside its headers.
  package var arrayBytes: Int { examples.columns.reduce(0) { $0 + 4 * $1.rowSize * count } }

  /// Whether a zip archive can hold the arrays, and headers beside them.
  package var fitsIntoArchive: Bool { arrayBytes <= ZipArchive.largestSize - 1 << 16 }

  private var pieces: [Range<Int>] {
    stride(from: 0, to: count, by: Self.chunk).map { $0..<min($0 + Self.chunk, count) }
  }

  private var columns: [ExampleColumn] {
    var columns = examples.columns
    for piece in pieces {
      for (place, more) in examples.columns(piece, seed: Self.root(seed)).enumerated() { columns[place].append(more) }
    }
    return columns
  }

  private var provenance: [String: String] {
    ["split": examples.name, "revision": String(examples.revision), "seed": String(seed), "count": String(count)]
  }

  /// What else a reader may want to know of an archive, as JSON.
  private var comment: String {
    #"{"count":\#(count),"revision":\#(examples.revision),"seed":\#(seed),"split":"\#(examples.name)"}"#
  }
}
