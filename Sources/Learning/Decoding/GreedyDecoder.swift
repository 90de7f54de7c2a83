import Dispatch

/// Continues sequences, always with the id that is most likely next. What was read once is kept and not read again; the
/// ids are those that asking the model for the whole sequence each time would give.
package struct GreedyDecoder {
  private let program: Program
  private let parameters: FloatBuffer
  private let statistics: FloatBuffer
  private let packed: PackedWeights

  /// For a causal model with one id a token, whose classes are ids.
  package init(_ model: Encoder, parameters: [Float], statistics: [Float] = []) {
    var shape = model.shape
    precondition(
      shape.isCausal && shape.idsPerToken == 1 && shape.outputs == shape.vocabulary && shape.loss == .crossEntropy,
      "Only a causal model of one id a token, trained to name ids, continues sequences.")
    precondition(
      parameters.count == model.layout.count,
      "The model has \(model.layout.count) parameters, not \(parameters.count).")
    precondition(
      statistics.count == model.statistics.count,
      "The model has \(model.statistics.count) statistics, not \(statistics.count).")
    self.statistics = FloatBuffer(statistics)
    shape.readout = .lastToken
    program = Program(Encoder(shape), for: .answering)
    self.parameters = FloatBuffer(parameters)
    packed = PackedWeights(program)
    packed.pack(self.parameters)
  }

  /// The `count` ids that follow each prompt, in the order of the prompts. The number of workers decides how long it
  /// takes, and nothing else.
  package func continuations(of prompts: [[Int32]], count: Int, workers: Int = 1) -> [[Int32]] {
    guard !prompts.isEmpty, count > 0 else { return prompts.map { _ in [] } }
    let groups = Self.groups(of: prompts)
    var answers: [[Int32]] = Array(repeating: [], count: prompts.count)
    answers.withUnsafeMutableBufferPointer { answers in
      let work = Work(
        decoder: self, prompts: prompts, groups: groups, count: count, answers: answers.baseAddress!)
      let workers = max(1, min(workers, groups.count))
      if workers == 1 {
        work.run(worker: 0, among: 1)
      } else {
        DispatchQueue.concurrentPerform(iterations: workers) { work.run(worker: $0, among: workers) }
      }
    }
    return answers
  }

  /// Prompts of one length, so many as a cache takes, by their numbers.
  private static func groups(of prompts: [[Int32]]) -> [[Int]] {
    var groups: [[Int]] = []
    for prompt in prompts.indices.sorted(by: { (prompts[$0].count, $0) < (prompts[$1].count, $1) }) {
      if let group = groups.last, group.count < AttentionCache.sequences,
        prompts[group[0]].count == prompts[prompt].count
      {
        groups[groups.count - 1].append(prompt)
      } else {
        groups.append([prompt])
      }
    }
    return groups
  }

  /// Each prompt has a place of its own for its answer; the rest is only read.
  private struct Work: @unchecked Sendable {
    let decoder: GreedyDecoder
    let prompts: [[Int32]]
    let groups: [[Int]]
    let count: Int
    let answers: UnsafeMutablePointer<[Int32]>

    func run(worker: Int, among workerCount: Int) {
      let longest = prompts[groups[groups.count - 1][0]].count
      let sequences = AttentionCache.sequences
      let memory = Workspace(
        decoder.program, tokens: sequences * longest, sequences: sequences, longest: longest)
      let cache = AttentionCache(decoder.program, capacity: longest + count - 1)
      for group in stride(from: worker, to: groups.count, by: workerCount) {
        let found = decoder.continuations(of: groups[group].map { prompts[$0] }, count: count, memory, cache)
        for (place, prompt) in groups[group].enumerated() { answers[prompt] = found[place] }
      }
    }
  }

  /// Of prompts of one length.
  private func continuations(
    of prompts: [[Int32]], count: Int, _ memory: Workspace, _ cache: AttentionCache
  ) -> [[Int32]] {
    let executor = Executor(
      workspace: memory, parameters: UnsafePointer(parameters.pointer), packed: packed, cache: cache,
      statistics: statistics.pointer)
    var answers: [[Int32]] = Array(repeating: [], count: prompts.count)
    var batch = Batch(idsPerToken: 1)
    cache.removeAll()
    for prompt in prompts { batch.append(ids: prompt, classes: EmptyCollection()) }
    for step in 0..<count {
      executor.forward(batch)
      cache.advance(by: batch.longest)
      let ids = likeliest(memory, of: batch)
      batch.removeAll()
      for (sequence, id) in ids.enumerated() {
        answers[sequence].append(id)
        if step + 1 < count { batch.append(ids: CollectionOfOne(id), classes: EmptyCollection()) }
      }
    }
    return answers
  }

  /// The first of the largest logits of each sequence.
  private func likeliest(_ memory: Workspace, of batch: Batch) -> [Int32] {
    let logits = UnsafePointer(memory[program.predictions])
    return (0..<batch.sequenceCount).map { sequence in
      let row = logits + sequence * program.outputs
      var best = 0
      for id in 1..<max(1, program.outputs) where row[id] > row[best] { best = id }
      return Int32(best)
    }
  }
}
