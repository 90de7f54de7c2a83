import Data
import Learning
import Seeds

/// Contexts of permutations with questions; what a system that trained by amplification is asked about them. They never
/// leave the program: nobody else has the system.
package struct AmplificationExamples: TaskExamples {
  package let split: PowerSplit
  package let measure: AmplificationMeasure

  package init(split: PowerSplit, measure: AmplificationMeasure) {
    self.split = split
    self.measure = measure
  }

  package static var family: String { "powers" }
  package var name: String { "\(split.name) \(measure.name)" }
  package var seedLabel: String { "\(split.streamName) \(measure.name)" }
  package var revision: Int { split.revision }

  package func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    precondition(most == nil, "The answers of \(name) are symbols, and none is larger.")
    return PowerContextSource(split: split, seed: seed)
  }

  /// Transcripts about the same contexts, one each: what H' reads.
  package func transcripts(seed: Seed) -> any ExampleSource { PowerTranscriptSource(split: split, seed: seed) }

  package func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  package func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    measure.isAboutQuestions
      ? split.questionKeys(indices, seed: seed).map { ExampleKey($0) } : indices.map { ExampleKey($0) }
  }

  package var questionsAtOnce: Int { split.questionCount(size: split.sizes.upperBound) }

  /// Trained with the true answers, a network is asked as X_PA is that never saw one.
  package func answers(of model: Architecture, _ values: ModelValues, count: Int, seed: Seed) -> [Float] {
    guard measure == .average, case .answerer(let shape) = model else {
      preconditionFailure("\(name) is asked of a system, not of one network.")
    }
    return AmplificationAnswers.questions(shape.graded(values, split, count: count, seed: seed)).numbers
  }
}

extension Examples {
  package static func amplification(_ split: PowerSplit, _ measure: AmplificationMeasure) -> Examples {
    Examples(AmplificationExamples(split: split, measure: measure))
  }
}
