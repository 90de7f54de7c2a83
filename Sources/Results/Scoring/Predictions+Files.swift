import Data
import Storage
import Training

extension Predictions {
  /// Several files as one: each has replicates of its own. Files whose lines name none are one replicate each, numbered as
  /// they stand.
  package init(
    files: [(name: String, bytes: [UInt8])], of examples: Examples, after stage: String? = nil, from first: Int = 0,
    count: Int?
  ) throws(JSONLinesError) {
    var parts: [Predictions] = []
    for file in files {
      let part = try Predictions(
        jsonLines: file.bytes, file: file.name, of: examples, after: stage, from: first, count: count)
      if let before = parts.first {
        try part.expectLikeness(to: before, files[0].name, file.name)
        guard part.experiment == before.experiment else {
          throw JSONLinesError(
            file: file.name.printable, line: nil, field: "experiment",
            problem: "\(files[0].name.printable) is of \(before.experiment ?? "no run").",
            mend: "Score files that answer the same questions.")
        }
      }
      if let place = parts.firstIndex(where: { !Set($0.seeds).isDisjoint(with: part.seeds) }), part.areSeedsGiven {
        throw JSONLinesError(
          file: file.name.printable, line: nil, field: "seed",
          problem: "it has replicates that \(files[place].name.printable) has too.",
          mend: "Give each replicate in one file.")
      }
      parts.append(part)
    }
    let areSeedsGiven = parts[0].areSeedsGiven
    let replicates = parts.enumerated().flatMap { place, part in
      part.replicates.map { Replicate(seed: areSeedsGiven ? $0.seed : place, answers: $0.answers) }
    }
    self.init(
      replicates: replicates.sorted { $0.seed < $1.seed }, indices: parts[0].indices, areSeedsGiven: areSeedsGiven,
      experiment: parts[0].experiment)
  }

  private var seeds: [Int] { replicates.map(\.seed) }

  /// Whether another program answered the same: as many examples, and a replicate of the same number.
  package func expectPairs(with other: Predictions, in name: String) throws(JSONLinesError) {
    try other.expectLikeness(to: self, "the file that is scored", name)
    guard Set(seeds).isDisjoint(with: other.seeds) else { return }
    throw JSONLinesError(
      file: name.printable, line: nil, field: "seed", problem: "none of its replicates is one that is scored.",
      mend: "Compare replicates of the same numbers: they were asked the same examples.")
  }

  /// Whether it answers as many examples, and tells replicates apart in the same way.
  private func expectLikeness(to other: Predictions, _ otherName: String, _ name: String) throws(JSONLinesError) {
    func problem(_ field: String, _ problem: String, _ mend: String) -> JSONLinesError {
      JSONLinesError(file: name.printable, line: nil, field: field, problem: problem, mend: mend)
    }
    guard areSeedsGiven == other.areSeedsGiven else {
      throw problem(
        "seed", "it \(areSeedsGiven ? "is there" : "is missing"), unlike in \(otherName.printable).",
        "Give every line the seed of its replicate, or none of them.")
    }
    guard count == other.count else {
      throw problem(
        "index", "it has \(count) examples, and \(otherName.printable) \(other.count).",
        "Ask every replicate as many examples.")
    }
  }
}
