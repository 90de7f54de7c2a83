import Seeds

/// Which of a replicate's questions were, up to symmetry, among the examples it learned from. What it answers right
/// there may be remembered.
package struct Exposure: Sendable, Hashable {
  /// By question, by stage, by example: 1 where that stage's training held an example with the same key.
  let seen: [[[UInt8]]]
  /// The same of as many questions drawn afresh, by a seed that nothing else uses: how often chance alone repeats what
  /// training showed. Empty where it was not measured.
  let fresh: [[[UInt8]]]

  /// By example of the question: 1 where a model that went through these stages has seen it.
  package func column(of question: Int, over stages: [Int]) -> [Int32] {
    Self.column(stages.map { seen[question][$0] })
  }

  /// The same by example of the fresh ones; nil where none were drawn.
  package func freshColumn(of question: Int, over stages: [Int]) -> [Int32]? {
    fresh.isEmpty ? nil : Self.column(stages.map { fresh[question][$0] })
  }

  private static func column(_ stages: [[UInt8]]) -> [Int32] {
    stages[0].indices.map { row in stages.contains { $0[row] == 1 } ? 1 : 0 }
  }

  /// Walks through everything the replicate was trained on. Only the questions' keys are held in memory.
  package init(of plan: TrainingPlan, replicate: Int, cores: Cores) {
    cores.take()
    defer { cores.give() }
    let seeds = ReplicateSeeds(replicate)
    let asked = Self.keys(of: plan.asked, by: seeds.questions, cores)
    let fresh = Self.keys(of: plan.asked, by: seeds.freshQuestions, cores)
    let wanted = Set((asked + fresh).joined())
    // Nothing is looked for where nothing is asked.
    var walked: [[ExampleStretch]: Set<ExampleKey>] = [:]
    let found = plan.stages.map { stage -> Set<ExampleKey> in
      guard !wanted.isEmpty else { return [] }
      // Sizes of a sweep learn from one stream.
      let stretches = stage.stretches(seeds)
      let keys = walked[stretches] ?? Self.keys(of: stretches, among: wanted, cores)
      walked[stretches] = keys
      return keys
    }
    func isFound(_ keys: [[ExampleKey]]) -> [[[UInt8]]] {
      keys.map { keys in found.map { found in keys.map { found.contains($0) ? 1 : 0 } } }
    }
    self.init(seen: isFound(asked), fresh: isFound(fresh))
  }

  init(seen: [[[UInt8]]], fresh: [[[UInt8]]] = []) {
    self.seen = seen
    self.fresh = fresh
  }

  /// Those of the wanted keys that the examples have. A union does not depend on the order of its parts.
  private static func keys(
    of stretches: [ExampleStretch], among wanted: Set<ExampleKey>, _ cores: Cores
  ) -> Set<ExampleKey> {
    let chunks = stretches.flatMap { stretch in stretch.chunks(of: 4096).map { (stretch, $0) } }
    let found = cores.share(chunks.count) { place in
      let (stretch, chunk) = chunks[place]
      return Set(stretch.examples.keys(chunk, seed: stretch.seed)).intersection(wanted)
    }
    return found.reduce(into: []) { $0.formUnion($1) }
  }

  /// Of each question's examples.
  private static func keys(
    of asked: [AskedSplit], by seed: @escaping @Sendable (AskedSplit) -> Seed, _ cores: Cores
  ) -> [[ExampleKey]] {
    cores.share(asked.count) { place in
      asked[place].examples.keys(0..<asked[place].count, seed: seed(asked[place]))
    }
  }
}
