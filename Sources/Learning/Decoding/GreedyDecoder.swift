import Dispatch
import Synchronization

/// Continues sequences, always with the id that is most likely next. What was read once is kept and not read again, where
/// attention allows that; the ids are those that asking the model for the whole sequence each time would give.
package struct GreedyDecoder {
  /// What a sequence ends with where its model has diverged: the largest of its logits is not a finite number, or one is
  /// none at all. It is no id, and equals no label.
  package static let noID: Int32 = -1

  private let program: Program
  private let parameters: FloatBuffer
  private let statistics: FloatBuffer
  private let packed: PackedWeights
  private let rooms = DecodingRooms()

  /// For a causal model with one id a token, whose classes are ids.
  package init(_ model: Encoder, parameters: [Float], statistics: [Float] = []) {
    var shape = model.shape
    precondition(
      shape.isCausal && shape.idsPerToken == 1 && shape.outputs == shape.vocabulary
        && shape.loss != .squaredError,
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

  /// The `count` ids that follow each prompt, from place 0 on.
  package func continuations(
    of prompts: [[Int32]], count: Int, end: Int32? = nil, workers: Int = 1
  ) -> [[Int32]] {
    continuations(of: prompts.map { Prompt($0, count: count) }, end: end, workers: workers)
  }

  /// The ids that follow each prompt, in the order of the prompts: as many as it asks for, or fewer, up to the id that
  /// ends it or to `noID`. The number of workers decides how long it takes, and nothing else.
  ///
  /// - Parameter end: the id after which nothing follows; nil for none.
  package func continuations(of prompts: [Prompt], end: Int32? = nil, workers: Int = 1) -> [[Int32]] {
    guard !prompts.isEmpty else { return [] }
    let groups = Self.groups(of: prompts)
    var answers: [[Int32]] = Array(repeating: [], count: prompts.count)
    answers.withUnsafeMutableBufferPointer { answers in
      let work = Work(
        decoder: self, prompts: prompts, groups: groups, end: end, answers: answers)
      let workers = max(1, min(workers, groups.count))
      if workers == 1 {
        work.run()
      } else {
        DispatchQueue.concurrentPerform(iterations: workers) { _ in work.run() }
      }
    }
    return answers
  }

  /// Prompts of one length, so many as a cache takes, by their numbers.
  private static func groups(of prompts: [Prompt]) -> [[Int]] {
    var groups: [[Int]] = []
    for prompt in prompts.indices.sorted(by: { (prompts[$0].ids.count, $0) < (prompts[$1].ids.count, $1) }) {
      if let group = groups.last, group.count < AttentionCache.sequences,
        prompts[group[0]].ids.count == prompts[prompt].ids.count
      {
        groups[groups.count - 1].append(prompt)
      } else {
        groups.append([prompt])
      }
    }
    return groups
  }

  /// Each prompt has a place of its own for its answer; the rest is only read.
  private final class Work: @unchecked Sendable {
    private let decoder: GreedyDecoder
    private let prompts: [Prompt]
    private let groups: [[Int]]
    private let end: Int32?
    private let answers: UnsafeMutableBufferPointer<[Int32]>
    /// The first group that no worker has taken.
    private let next = Atomic(0)

    init(
      decoder: GreedyDecoder, prompts: [Prompt], groups: [[Int]], end: Int32?,
      answers: UnsafeMutableBufferPointer<[Int32]>
    ) {
      self.decoder = decoder
      self.prompts = prompts
      self.groups = groups
      self.end = end
      self.answers = answers
    }

    /// Takes groups as long as there are any.
    func run() {
      let longest = prompts[groups[groups.count - 1][0]].ids.count
      let capacity = prompts.reduce(longest) { max($0, $1.ids.count + $1.count - 1) }
      let room = decoder.rooms.take(decoder.program, longest: longest, capacity: capacity)
      defer { decoder.rooms.giveBack(room) }
      while true {
        let group = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard group < groups.count else { return }
        let found = decoder.continuations(of: groups[group].map { prompts[$0] }, end: end, in: room)
        for (place, prompt) in groups[group].enumerated() { answers[prompt] = found[place] }
      }
    }
  }

  /// Of prompts of one length.
  private func continuations(of prompts: [Prompt], end: Int32?, in room: DecodingRoom) -> [[Int32]] {
    let (memory, cache) = (room.workspace, room.cache)
    let executor = Executor(
      workspace: memory, parameters: UnsafePointer(parameters.pointer), packed: packed, cache: cache,
      statistics: statistics.pointer)
    var answers: [[Int32]] = Array(repeating: [], count: prompts.count)
    func hasEnded(_ sequence: Int) -> Bool {
      let last = answers[sequence].last
      return answers[sequence].count == prompts[sequence].count || last == Self.noID || (end != nil && last == end)
    }
    // Of all sequences, also those that have ended: they keep their places in the cache. Without one, all of each.
    var next = prompts.map(\.ids)
    var batch = Batch(idsPerToken: 1)
    cache?.removeAll()
    while !answers.indices.allSatisfy(hasEnded) {
      batch.removeAll()
      for sequence in next.indices {
        batch.append(ids: next[sequence], classes: EmptyCollection())
        // What has ended goes on for nobody: counted on from its own place it could leave the places that there are.
        batch.begin(at: hasEnded(sequence) ? 0 : prompts[sequence].firstPlace)
      }
      executor.forward(batch)
      cache?.advance(by: batch.longest)
      let found = likeliest(memory, of: batch)
      next = zip(next, found).map { (cache == nil ? $0 : []) + [max($1, 0)] }  // whatever id, where none was found
      for sequence in answers.indices where !hasEnded(sequence) { answers[sequence].append(found[sequence]) }
    }
    return answers
  }

  /// The first of the largest logits of each sequence, or `noID`.
  private func likeliest(_ memory: Workspace, of batch: Batch) -> [Int32] {
    let logits = UnsafePointer(memory[program.predictions])
    return (0..<batch.sequenceCount).map { sequence in
      let row = logits + sequence * program.outputs
      var best = 0
      var areNumbers = !row[0].isNaN
      for id in 1..<max(1, program.outputs) {
        if row[id] > row[best] { best = id }
        if row[id].isNaN { areNumbers = false }
      }
      return areNumbers && row[best].isFinite ? Int32(best) : Self.noID
    }
  }
}
