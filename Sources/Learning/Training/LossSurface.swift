/// The mean loss of a fixed list of examples, and its gradient, at any weights: what training makes small, without chance
/// and without decay.
///
/// The list is cut into parts of a fixed size. Within a part sums are float32, as they are in training; parts are added in
/// double precision, in order. So the number of workers decides how long it takes, and nothing else. After the first call
/// none allocates that takes one worker.
package final class LossSurface {
  /// Sequences in one part. A constant and not a measurement, so that no machine reaches a number.
  private static let partSize = 64

  private let program: Program
  private let source: any ExampleSource
  /// Numbers of the source's examples.
  package private(set) var examples: [Int]
  /// By part: its examples, in batches whose activations stay in cache. Where those are cut reaches no number.
  private var parts: [[Batch]]
  private let workspaces: [Workspace]
  private let packed: PackedWeights
  /// The weights that were asked for last.
  private let point: FloatBuffer
  /// The gradient of each part, one after another.
  private let gradients: FloatBuffer
  private let sums: UnsafeMutableBufferPointer<LossSum>
  /// Each example in a batch of its own; empty until somebody asks for one.
  private var singles: [Batch] = []

  /// - Parameters:
  ///   - examples: numbers of the source's examples. They are made here, once.
  ///   - maximumWorkers: how many cores it may be asked to use at once.
  package convenience init(
    _ model: some Model, at examples: [Int], of source: any ExampleSource, maximumWorkers: Int
  ) {
    self.init(Program(model, for: .surveying), at: examples, of: source, maximumWorkers: maximumWorkers)
  }

  /// Of the model that another surface is of.
  package convenience init(
    like other: LossSurface, at examples: [Int], of source: any ExampleSource, maximumWorkers: Int
  ) {
    self.init(other.program, at: examples, of: source, maximumWorkers: maximumWorkers)
  }

  private init(_ program: Program, at examples: [Int], of source: any ExampleSource, maximumWorkers: Int) {
    precondition(
      program.batchNorms.isEmpty,
      "With batch norm the loss of an example depends on which others stand beside it: it has no surface.")
    precondition(
      !examples.isEmpty && maximumWorkers > 0,
      "A surface needs examples and workers, not \(examples.count) and \(maximumWorkers).")
    self.program = program
    self.source = source
    self.examples = examples
    let atOnce = min(Self.partSize, program.sequencesAtOnce(longest: source.longest))
    parts = Self.cut(examples, Self.partSize).map { part in
      Self.cut(part, atOnce).map { Self.batch($0, of: source) }
    }
    workspaces = (0..<min(maximumWorkers, parts.count)).map { _ in
      Workspace(program, tokens: atOnce * source.longest, sequences: atOnce, longest: source.longest)
    }
    packed = PackedWeights(program)
    point = FloatBuffer(count: program.layout.count)
    gradients = FloatBuffer(count: parts.count * program.layout.count)
    sums = .allocate(capacity: parts.count)
    sums.initialize(repeating: .zero)
  }

  deinit { sums.deallocate() }

  package var layout: ParameterLayout { program.layout }

  /// The mean loss.
  package func loss(at weights: [Float], workers: Int = 1) -> Double {
    sum(at: weights, .loss, workers).mean
  }

  /// The same, and its gradient in the place of what `gradient` held.
  package func loss(at weights: [Float], gradient: inout [Double], workers: Int = 1) -> Double {
    let sum = sum(at: weights, .gradient, workers)
    gather(parts.count, dividedBy: sum.weight, into: &gradient)
    return sum.mean
  }

  /// The loss of each example alone, in the list's order.
  package func losses(at weights: [Float]) -> [LossSum] {
    move(to: weights)
    let executor = executor(worker: 0)
    return examples.indices.map { executor.loss(single($0)) }
  }

  /// The mean loss of one example of the list, and its gradient.
  package func loss(ofExample place: Int, at weights: [Float], gradient: inout [Double]) -> LossSum {
    move(to: weights)
    gradients.pointer.update(repeating: 0, count: layout.count)
    let sum = executor(worker: 0).loss(single(place), gradients: gradients.pointer)
    gather(1, dividedBy: sum.weight, into: &gradient)
    return sum
  }

  /// Makes it the surface of as many other examples.
  package func replace(with examples: Range<Int>) {
    precondition(
      examples.count == self.examples.count,
      "A surface of \(self.examples.count) examples cannot become one of \(examples.count).")
    var next = examples.lowerBound
    for part in parts.indices {
      for batch in parts[part].indices {
        let count = parts[part][batch].sequenceCount
        parts[part][batch].removeAll()
        source.append(next..<next + count, to: &parts[part][batch])
        next += count
      }
    }
    for (place, example) in examples.enumerated() { self.examples[place] = example }
    singles = []
  }

  private func single(_ place: Int) -> Batch {
    if singles.isEmpty { singles = examples.map { Self.batch([$0], of: source) } }
    return singles[place]
  }

  private static func batch(_ examples: [Int], of source: any ExampleSource) -> Batch {
    var batch = Batch(idsPerToken: source.idsPerToken)
    for example in examples { source.append(example..<example + 1, to: &batch) }
    precondition(
      batch.sequenceCount == examples.count,
      "The source gave \(batch.sequenceCount) examples where \(examples.count) were asked for.")
    return batch
  }

  private static func cut(_ examples: [Int], _ size: Int) -> [[Int]] {
    stride(from: 0, to: examples.count, by: size).map { Array(examples[$0..<min($0 + size, examples.count)]) }
  }

  private func move(to weights: [Float]) {
    point.replace(with: weights)
    packed.pack(point)
  }

  private func executor(worker: Int) -> Executor {
    Executor(workspace: workspaces[worker], parameters: UnsafePointer(point.pointer), packed: packed)
  }

  /// Adds the gradients of the first so many parts, in order.
  private func gather(_ partCount: Int, dividedBy weight: Double, into gradient: inout [Double]) {
    let count = layout.count
    precondition(gradient.count == count, "The gradient has \(count) numbers, its place \(gradient.count).")
    var sum = gradient.mutableSpan
    for part in 0..<partCount {
      gradients.withSpan(part * count..<(part + 1) * count) { addend in
        for index in 0..<count { sum[index] = (part == 0 ? 0 : sum[index]) + Double(addend[index]) }
      }
    }
    for index in 0..<count { sum[index] /= weight }
  }

  private enum Wanted { case loss, gradient }

  /// The summed loss of all parts; the gradient of each is left in its place.
  private func sum(at weights: [Float], _ wanted: Wanted, _ workers: Int) -> LossSum {
    move(to: weights)
    let workers = min(workers, workspaces.count)
    if workers > 1 {
      let pass = Pass(surface: self, wanted: wanted)
      Crew.run(workers: workers, lead: { $0.round(pass.surface.parts.count) }, part: pass.take)
    } else {
      for part in parts.indices { take(part, worker: 0, wanted) }
    }
    return sums.reduce(into: .zero, +=)
  }

  /// What several workers do at the same time: each part has a place of its own for its results, and each worker a
  /// workspace; all else is only read.
  private struct Pass: @unchecked Sendable {
    let surface: LossSurface
    let wanted: Wanted

    @Sendable func take(worker: Int, part: Int) { surface.take(part, worker: worker, wanted) }
  }

  private func take(_ part: Int, worker: Int, _ wanted: Wanted) {
    let executor = executor(worker: worker)
    let gradient = gradients.pointer + part * layout.count
    if wanted == .gradient { gradient.update(repeating: 0, count: layout.count) }
    sums[part] = parts[part].reduce(into: .zero) { sum, batch in
      sum += wanted == .gradient ? executor.loss(batch, gradients: gradient) : executor.loss(batch)
    }
  }
}

extension Executor {
  /// The summed loss alone.
  fileprivate func loss(_ batch: Batch) -> LossSum {
    forward(batch)
    return loss(batch, predictionGradients: workspace[program.predictionGradients!])
  }
}
