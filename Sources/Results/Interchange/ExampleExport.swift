import Data
import Judging
import Seeds
import Storage
import Training

/// Examples of a split under a seed, as a file for other programs. The same words give the same bytes.
package struct ExampleExport: Sendable {
  package let examples: Examples
  /// Which of them.
  package let indices: Range<Int>
  /// As typed: another tree than the one that the suite's own runs draw from, or a replicate of `experiment`.
  package let seed: Int
  /// Whose questions they are; nil for nobody's.
  let experiment: String?
  private let root: Seed

  package init(_ examples: Examples, from first: Int = 0, count: Int, seed: Int) {
    self.init(examples, first, count, seed, experiment: nil, root: Self.root(seed))
  }

  /// The examples that a replicate of an experiment is asked.
  ///
  /// - Throws: `UnknownName` where the experiment asks no such split.
  package init(
    askedBy experiment: Experiment, replicate: Int, of split: Examples, from first: Int = 0, count: Int
  ) throws(UnknownName) {
    let asked = try experiment.questions(to: split.name)
    self.init(
      split, first, count, replicate, experiment: experiment.id, root: ReplicateSeeds(replicate).questions(of: asked))
  }

  private init(_ examples: Examples, _ first: Int, _ count: Int, _ seed: Int, experiment: String?, root: Seed) {
    precondition(
      first >= 0 && count >= 0 && seed >= 0, "\(count) examples from \(first) on of seed \(seed) cannot be exported.")
    self.examples = examples
    indices = first..<first + count
    (self.seed, self.experiment, self.root) = (seed, experiment, root)
  }

  package var count: Int { indices.count }

  /// Where the examples of this number are drawn from.
  static func root(_ seed: Int) -> Seed { Seed(root: UInt64(seed)).child("export") }

  /// Examples drawn at once.
  private static let chunk = 4096

  /// The whole file, piece by piece. JSON Lines are drawn as they are asked for; arrays stand in memory first, because
  /// each goes through all examples.
  package func chunks(_ format: ExportFormat) -> AnySequence<[UInt8]> {
    switch format {
    case .jsonl:
      return AnySequence(pieces.lazy.map { examples.jsonLines($0, seed: root) })
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
    stride(from: indices.lowerBound, to: indices.upperBound, by: Self.chunk).map {
      $0..<min($0 + Self.chunk, indices.upperBound)
    }
  }

  private var columns: [ExampleColumn] {
    var columns = examples.columns
    for piece in pieces {
      for (place, more) in examples.columns(piece, seed: root).enumerated() { columns[place].append(more) }
    }
    return columns
  }

  /// What else a reader may want to know, in the metadata of safetensors.
  private var provenance: [String: String] {
    facts.mapValues { fact in
      if case .string(let text) = fact { text } else { fact.line }
    }
  }

  /// The same in the comment of an archive, as JSON.
  private var comment: String {
    let members = JSONValue.sortedMembers(facts).map { "\"\($0.name)\":\($0.value.line)" }
    return "{\(members.joined(separator: ","))}"
  }

  /// Where the examples begin and whose questions they are is said where it is not the usual.
  private var facts: [String: JSONValue] {
    var facts: [String: JSONValue] = [
      "split": .string(examples.name), "revision": .integer(examples.revision), "seed": .integer(seed),
      "count": .integer(count),
    ]
    if indices.lowerBound > 0 { facts["from"] = .integer(indices.lowerBound) }
    if let experiment { facts["askedBy"] = .string(experiment) }
    return facts
  }
}

extension Experiment {
  /// What each replicate is asked of a split.
  ///
  /// - Throws: `UnknownName` where it is asked nothing of it.
  package func questions(to split: String) throws(UnknownName) -> AskedSplit {
    guard let asked = plan.asked.first(where: { $0.examples.name == split }) else {
      throw UnknownName(kind: "split that \(plan.id) asks", asked: split, known: plan.asked.map(\.examples.name))
    }
    return asked
  }
}
