import Data

/// What a system came to by one of its measures. A run keeps it, as it keeps the answers of every family, as floats.
package enum AmplificationAnswers: Sendable, Hashable {
  /// By question, context after context.
  case questions([Graded])
  /// By depth.
  case theory([DepthAccuracies])
  /// By `AmplificationLog.Milestone`: the tick, or infinity.
  case order(ticks: [Float])
  case log(AmplificationLog)

  /// How right an answer is.
  package struct Graded: Sendable, Hashable {
    /// The probability of the right answer; of a drawn one 1 or 0. Not a number where a network diverged.
    package var probability: Float
    /// Whether the likeliest answer is the right one; nil where a network diverged.
    package var isGreedyRight: Bool?
  }

  /// The shares that were right in the last quarter of training.
  package struct DepthAccuracies: Sendable, Hashable {
    package var targets: Float
    /// Of X_PA, sampled.
    package var average: Float
  }
}

extension AmplificationAnswers {
  /// As a run keeps them: of each question its two numbers; the targets of all depths and then X_PA's; ticks; the log's own.
  package var numbers: [Float] {
    switch self {
    case .questions(let answers):
      answers.flatMap { [$0.probability, $0.isGreedyRight.map { $0 ? 1 : 0 } ?? .nan] }
    case .theory(let depths): depths.map(\.targets) + depths.map(\.average)
    case .order(let ticks): ticks
    case .log(let log): log.numbers
    }
  }

  /// Of the numbers that a run kept.
  package init(_ measure: AmplificationMeasure, numbers: [Float]) {
    switch measure {
    case .theory:
      let (targets, average) = (numbers.prefix(numbers.count / 2), numbers.suffix(numbers.count / 2))
      self = .theory(zip(targets, average).map { DepthAccuracies(targets: $0, average: $1) })
    case .order: self = .order(ticks: numbers)
    case .log: self = .log(AmplificationLog(numbers: numbers))
    case .learner, .average, .targets, .scripted, .asked:
      precondition(numbers.count.isMultiple(of: 2), "A question has two numbers, and \(numbers.count) are no pairs.")
      self = .questions(
        stride(from: 0, to: numbers.count, by: 2).map {
          Graded(probability: numbers[$0], isGreedyRight: numbers[$0 + 1].isNaN ? nil : numbers[$0 + 1] == 1)
        })
    }
  }

  /// Of a system that got nothing right, and measured nothing: for what is known of the questions alone.
  package static func nothing(_ measure: AmplificationMeasure, _ split: PowerSplit, rows: Int) -> AmplificationAnswers {
    switch measure {
    case .theory: .theory(Array(repeating: DepthAccuracies(targets: 0, average: 0), count: rows))
    case .order: .order(ticks: AmplificationLog.Milestone.allCases.map { _ in 0 })
    case .log: .log(AmplificationLog(depths: split.depths))
    case .learner, .average, .targets, .scripted, .asked:
      .questions(Array(repeating: Graded(probability: 0, isGreedyRight: false), count: rows))
    }
  }
}
