import Data
import Seeds

/// What is asked of a system once it has trained. X is the learner and X_PA its average.
package enum AmplificationMeasure: Sendable, Hashable {
  /// The answers of X: the paper's `validation`.
  case learner
  /// The answers of X_PA: the paper's `teacher`.
  case average
  /// The answers of Amplify^H'(X_PA) after failures: the paper's `targets`.
  case targets
  /// The answers of X_PA amplified so often by the script H, without failures.
  case scripted(levels: Int)
  /// The same by H'.
  case asked(levels: Int)
  /// How often targets were right in the last quarter of training, by depth, beside what theory says of failures at
  /// this rate.
  case theory(failureRate: Double)
  /// In which order H', the targets, X and X_PA learned.
  case order
  /// Everything that was measured on the way.
  case log

  package var name: String {
    switch self {
    case .learner: "X"
    case .average: "X_PA"
    case .targets: "targets"
    case .scripted(let levels): "H\(Self.times(levels))"
    case .asked(let levels): "H'\(Self.times(levels))"
    case .theory: "theory"
    case .order: "order"
    case .log: "log"
    }
  }

  private static func times(_ levels: Int) -> String { levels == 1 ? "" : " x\(levels)" }

  /// Whether a row is a question with an answer.
  package var isAboutQuestions: Bool {
    switch self {
    case .theory, .order, .log: false
    default: true
    }
  }
}

extension PowerSplit {
  /// What each question asks, numbered context after context.
  package func questionKeys(_ rows: Range<Int>, seed: Seed) -> [PowerKey] {
    let each = questionCount(size: sizes.upperBound)
    guard !rows.isEmpty else { return [] }
    let contexts = rows.lowerBound / each..<(rows.upperBound + each - 1) / each
    let keys = examples(contexts, seed: seed).flatMap { example in
      example.questions.map { example.context.key(of: $0, upTo: .effective)! }
    }
    let first = rows.lowerBound - contexts.lowerBound * each
    return Array(keys[first..<first + rows.count])
  }
}
