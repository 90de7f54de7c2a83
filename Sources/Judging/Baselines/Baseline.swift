import Storage

/// The scores of one experiment that were accepted, and everything needed to say whether a new run is comparable.
package struct Baseline: Hashable, Sendable {
  /// The accepted scores of one claim.
  package struct ClaimScores: Hashable, Sendable {
    /// The claim's subject.
    package let subject: String
    /// Ascending by replicate.
    package let scores: [SeedScore]
    /// What trivial predictors scored, by their labels: the scores hardest to beat, over the replicates.
    package let floors: [String: Double]

    package init(subject: String, scores: [SeedScore], floors: [String: Double] = [:]) {
      precondition(!scores.isEmpty && scores.values.allSatisfy(\.isFinite), "\(subject): no baseline of \(scores)")
      if let seed = scores.firstRepeatedSeed { preconditionFailure("\(subject): seed \(seed) is there twice") }
      self.subject = subject
      self.scores = scores.sorted { $0.seed < $1.seed }
      self.floors = floors
    }

    package var interval: Interval { scores.interval }
  }

  /// The bits a seed ended with: a hash of weights and loss trace.
  package struct RunFingerprint: Hashable, Sendable {
    package let seed: Int
    /// Lowercase hexadecimal.
    package let fingerprint: String

    package init(seed: Int, fingerprint: String) {
      self.seed = seed
      self.fingerprint = fingerprint
    }
  }

  /// The bits a data set had.
  package struct DatasetFingerprint: Hashable, Sendable {
    package let name: String
    /// Lowercase hexadecimal.
    package let fingerprint: String

    package init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  /// The experiment's: lowercase words and digits with hyphens, in folders, such as `graphs/on-path`.
  package let id: String
  /// Sorted by subject.
  package let claims: [ClaimScores]
  /// Ascending by replicate.
  package let runs: [RunFingerprint]
  /// Sorted by name.
  package let datasets: [DatasetFingerprint]
  /// Of the source that decides numbers: lowercase hexadecimal.
  package let sourceHash: String
  package let toolchain: String
  /// The day it was accepted, such as `2025-03-31`.
  package let date: String
  /// Why it was accepted: written by a person where it loosens an older one.
  package let reason: String

  package init(
    id: String, claims: [ClaimScores], runs: [RunFingerprint], datasets: [DatasetFingerprint], sourceHash: String,
    toolchain: String, date: String, reason: String
  ) {
    precondition(Self.isValid(id: id), "\"\(id)\" is no experiment id: words-and-digits/in-folders")
    precondition(Set(claims.map(\.subject)).count == claims.count, "\(id): a claim is there twice")
    precondition(Set(runs.map(\.seed)).count == runs.count, "\(id): a run is there twice")
    precondition(Set(datasets.map(\.name)).count == datasets.count, "\(id): a data set is there twice")
    for hash in runs.map(\.fingerprint) + datasets.map(\.fingerprint) + [sourceHash] {
      precondition(hash.isLowercaseHexadecimal, "\(id): \"\(hash)\" is no lowercase hexadecimal fingerprint")
    }
    precondition(Self.isValid(date: date), "\(id): \"\(date)\" is no day such as 2025-03-31")
    precondition(!toolchain.allSatisfy(\.isWhitespace), "\(id): a baseline names its toolchain")
    precondition(!reason.allSatisfy(\.isWhitespace), "\(id): a baseline is not accepted without a reason")
    self.id = id
    self.claims = claims.sorted { $0.subject < $1.subject }
    self.runs = runs.sorted { $0.seed < $1.seed }
    self.datasets = datasets.sorted { $0.name < $1.name }
    self.sourceHash = sourceHash
    self.toolchain = toolchain
    self.date = date
    self.reason = reason
  }
}

extension Baseline {
  /// Why it was accepted, where there was none before.
  package static let firstReason = "First recording."

  /// The accepted scores of this claim, if it had any.
  package func scores(of subject: String) -> ClaimScores? {
    claims.first { $0.subject == subject }
  }

  /// The bits this replicate ended with, if it was run.
  package func run(seed: Int) -> RunFingerprint? {
    runs.first { $0.seed == seed }
  }

  static func isValid(id: String) -> Bool {
    id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*/) != nil
  }

  static func isValid(date: String) -> Bool {
    date.wholeMatch(of: /[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/) != nil
  }
}
