/// The claims judged by one run of the suite, and where they come from.
package struct RunReport: Equatable, Sendable {
  package var provenance: Provenance
  /// In the order of the table.
  package var claims: [ClaimReport]
  /// Wall-clock time; nil where it was not measured.
  package var seconds: Double?

  package init(provenance: Provenance, claims: [ClaimReport], seconds: Double? = nil) {
    (self.provenance, self.claims, self.seconds) = (provenance, claims, seconds)
  }

  package var table: ThresholdTable {
    ThresholdTable(
      rows: claims.map(\.row), profile: provenance.profile, seconds: seconds, changes: provenance.changes)
  }

  /// For a step summary or a pull request.
  package var markdown: String { table.markdown(title: markdownTitle) }

  /// The same in at most so many bytes: without the sections of failed claims if need be, or without the table too.
  package func markdown(within limit: Int) -> String {
    let forms = [markdown, table.markdown(title: markdownTitle, isShort: true)]
    return forms.first { $0.utf8.count <= limit } ?? "## \(markdownTitle)\n\n**\(table.summary())**\n"
  }

  private var markdownTitle: String { "Generalization, profile \(provenance.profile)" }

  package func facts(of experiment: String) -> ExperimentFacts? {
    provenance.experiments.first { $0.id == experiment }
  }
}

/// What a person needs to see the same numbers again.
package struct Provenance: Equatable, Sendable {
  /// `smoke`, `standard` or `paper`.
  package var profile: String
  /// Of the source that decides numbers: lowercase hexadecimal.
  package var sourceHash: String
  /// `swift 6.3`
  package var toolchain: String
  /// The day, such as `2025-03-31`; not part of any comparison.
  package var date: String
  /// How what was run differs from what is declared, as it was typed; nil where it does not.
  package var changes: String?
  package var experiments: [ExperimentFacts]

  package init(
    profile: String, sourceHash: String, toolchain: String, date: String, changes: String? = nil,
    experiments: [ExperimentFacts]
  ) {
    (self.profile, self.sourceHash, self.toolchain) = (profile, sourceHash, toolchain)
    (self.date, self.changes, self.experiments) = (date, changes, experiments)
  }
}

/// What one experiment trained.
package struct ExperimentFacts: Equatable, Sendable {
  package var id: String
  /// Its claim in one sentence.
  package var sentence: String
  package var parameters: Int
  /// Training examples a replicate saw.
  package var examples: Int
  /// Mean training time of a replicate; nil where it is unknown.
  package var seconds: Double?
  /// The bits each replicate ended with: its number beside a hash.
  package var fingerprints: [RunFingerprint]
  package var datasets: [DatasetFingerprint]
  /// What its instrument saw; empty where it has none.
  package var pictures: [DocumentPicture]

  package struct RunFingerprint: Equatable, Sendable {
    package var seed: Int
    package var fingerprint: String

    package init(seed: Int, fingerprint: String) {
      self.seed = seed
      self.fingerprint = fingerprint
    }
  }

  package struct DatasetFingerprint: Equatable, Sendable {
    package var name: String
    package var fingerprint: String

    package init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  package init(
    id: String, sentence: String, parameters: Int, examples: Int, seconds: Double?, fingerprints: [RunFingerprint],
    datasets: [DatasetFingerprint], pictures: [DocumentPicture] = []
  ) {
    (self.id, self.sentence, self.parameters, self.examples) = (id, sentence, parameters, examples)
    (self.seconds, self.fingerprints, self.datasets, self.pictures) = (seconds, fingerprints, datasets, pictures)
  }
}
