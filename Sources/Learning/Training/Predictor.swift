import Dispatch

/// Asks a trained model. Answers do not depend on what else is in the batch.
package struct Predictor {
  /// Taken by one worker at a time.
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
    let chunks = stride(from: examples.lowerBound, to: examples.upperBound, by: Self.examplesAtOnce).map {
      $0..<min($0 + Self.examplesAtOnce, examples.upperBound)
    }
    var answers: [[Float]] = Array(repeating: [], count: chunks.count)
    answers.withUnsafeMutableBufferPointer { answers in
      let work = Work(predictor: self, source: source, chunks: chunks, answers: answers.baseAddress!)
      let count = max(1, min(workers, chunks.count))
      if count == 1 {
        work.run(worker: 0, among: 1)
      } else {
        DispatchQueue.concurrentPerform(iterations: count) { work.run(worker: $0, among: count) }
      }
    }
    return answers.flatMap(\.self)
  }

  /// Each chunk has a place of its own for its answers; the rest is only read.
  private struct Work: @unchecked Sendable {
    let predictor: Predictor
    let source: any ExampleSource
    let chunks: [Range<Int>]
    let answers: UnsafeMutablePointer<[Float]>

    func run(worker: Int, among workerCount: Int) {
      let own = stride(from: worker, to: chunks.count, by: workerCount)
      let memory = Worker(predictor.program, source, sequences: Predictor.examplesAtOnce)
      for chunk in own {
        answers[chunk] = memory.predictions(
          chunks[chunk], predictor.parameters, predictor.packed, statistics: predictor.statistics)
      }
    }
  }
}
