import Dispatch
import Synchronization

/// Asks a trained model. Answers do not depend on what else is in the batch.
package struct Predictor {
  /// At most so many are taken by one worker at a time.
  private static let examplesAtOnce = 64
  private let program: Program
  private let parameters: FloatBuffer
  private let statistics: FloatBuffer
  private let packed: PackedWeights

  /// - Parameter statistics: what a model with batch norm measured while it learned.
  package init(_ model: some Model, parameters: [Float], statistics: [Float] = []) {
    precondition(
      parameters.count == model.layout.count,
      "The model has \(model.layout.count) parameters, not \(parameters.count).")
    precondition(
      statistics.count == model.statistics.count,
      "The model has \(model.statistics.count) statistics, not \(statistics.count).")
    program = Program(model, for: .answering)
    self.statistics = FloatBuffer(statistics)
    self.parameters = FloatBuffer(parameters)
    packed = PackedWeights(program)
    packed.pack(self.parameters)
  }

  /// Of the last weights, or of averages.
  package init(_ model: some Model, _ values: ModelValues) {
    self.init(model, parameters: values.parameters, statistics: values.statistics)
  }

  /// `[answers, outputs]`, in the order of the indices. The number of workers decides how long it takes, and nothing else.
  package func predictions(for examples: Range<Int>, of source: any ExampleSource, workers: Int = 1) -> [Float] {
    // Several parts a worker, so that nobody waits long for the last one.
    let size = max(1, min(Self.examplesAtOnce, examples.count / (4 * max(1, workers))))
    let chunks = stride(from: examples.lowerBound, to: examples.upperBound, by: size).map {
      $0..<min($0 + size, examples.upperBound)
    }
    var answers: [[Float]] = Array(repeating: [], count: chunks.count)
    answers.withUnsafeMutableBufferPointer { answers in
      let work = Work(predictor: self, source: source, chunks: chunks, size: size, answers: answers)
      let count = max(1, min(workers, chunks.count))
      if count == 1 {
        work.run()
      } else {
        DispatchQueue.concurrentPerform(iterations: count) { _ in work.run() }
      }
    }
    return answers.flatMap(\.self)
  }

  /// Each chunk has a place of its own for its answers; the rest is only read.
  private final class Work: @unchecked Sendable {
    private let predictor: Predictor
    private let source: any ExampleSource
    private let chunks: [Range<Int>]
    private let size: Int
    private let answers: UnsafeMutableBufferPointer<[Float]>
    /// The first chunk that no worker has taken.
    private let next = Atomic(0)

    init(
      predictor: Predictor, source: any ExampleSource, chunks: [Range<Int>], size: Int,
      answers: UnsafeMutableBufferPointer<[Float]>
    ) {
      self.predictor = predictor
      self.source = source
      self.chunks = chunks
      self.size = size
      self.answers = answers
    }

    /// Takes chunks as long as there are any.
    func run() {
      let memory = Worker(predictor.program, source, sequences: size)
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks.count else { return }
        answers[chunk] = memory.predictions(
          chunks[chunk], predictor.parameters, predictor.packed, statistics: predictor.statistics)
      }
    }
  }
}
