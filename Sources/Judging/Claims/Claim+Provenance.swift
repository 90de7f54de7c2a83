extension Claim {
  /// Where a threshold comes from: what chose it, and that in a sentence.
  package struct Provenance: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
      /// It follows from what is measured.
      case theory
      /// A published number.
      case paper
      /// What a predictor scores that learned nothing.
      case floor
      /// Set before anything was run.
      case goal
      /// Runs of another program.
      case pilot
      /// Replicates of this program, by their numbers.
      case replicates(ClosedRange<Int>)
      /// Replicates that the claim is judged by, still: a debt. Every one is listed by a test, so that there are only
      /// fewer.
      case judged(ClosedRange<Int>)
    }

    package let source: Source
    package let sentence: String

    package init(_ source: Source, _ sentence: String) {
      precondition(!sentence.allSatisfy(\.isWhitespace), "A threshold from \(source) says in a sentence how.")
      (self.source, self.sentence) = (source, sentence)
    }

    package static func theory(_ sentence: String) -> Provenance { Provenance(.theory, sentence) }
    package static func paper(_ sentence: String) -> Provenance { Provenance(.paper, sentence) }
    package static func floor(_ sentence: String) -> Provenance { Provenance(.floor, sentence) }
    package static func goal(_ sentence: String) -> Provenance { Provenance(.goal, sentence) }
    package static func pilot(_ sentence: String) -> Provenance { Provenance(.pilot, sentence) }
    package static func replicates(_ numbers: ClosedRange<Int>, _ sentence: String) -> Provenance {
      Provenance(.replicates(numbers), sentence)
    }
    package static func judged(_ numbers: ClosedRange<Int>, _ sentence: String) -> Provenance {
      Provenance(.judged(numbers), sentence)
    }

    /// Which of these replicates chose the threshold, and may not judge it.
    package func choosers(among replicates: [Int]) -> [Int] {
      guard case .replicates(let numbers) = source else { return [] }
      return replicates.filter(numbers.contains).sorted()
    }

    /// Whether it was chosen after looking at what judges it.
    package var isDebt: Bool {
      if case .judged = source { true } else { false }
    }
  }
}

extension Claim.Provenance: CustomStringConvertible {
  package var description: String { "\(source): \(sentence)" }
}

extension Claim.Provenance.Source: CustomStringConvertible {
  package var description: String {
    switch self {
    case .theory: "theory"
    case .paper: "published"
    case .floor: "a floor"
    case .goal: "a goal set before any run"
    case .pilot: "another program's runs"
    case .replicates(let numbers): "replicates \(numbers), which judge nothing"
    case .judged(let numbers): "CHOSEN AFTER LOOKING at replicates \(numbers), which it is judged by"
    }
  }
}
