import Seeds

extension PowerSplit {
  /// Example `index` of this split. It depends on the split's name and revision, the seed and the index, and on
  /// nothing asked before.
  package func example(at index: Int, seed: Seed) -> PowerExample { example(at: index, stream: stream(of: seed)) }

  /// The examples of a range of indices: the same as one by one, and faster.
  package func examples(_ indices: Range<Int>, seed: Seed) -> [PowerExample] {
    let stream = stream(of: seed)
    return indices.map { example(at: $0, stream: stream) }
  }

  private func stream(of seed: Seed) -> Seed { seed.child("permutations").child(name).child(revision) }

  /// In this order: N; the exponents; permutations and symbols until they are allowed; the elements asked about.
  private func example(at index: Int, stream: Seed) -> PowerExample {
    var generator = stream.generator(at: index)
    let size = Draw.integer(in: sizes, using: &generator)
    let exponents = (0..<questionCount(size: size)).map { _ in exponent(using: &generator) }
    let context = context(size: size, exponent: exponents[0], using: &generator)
    var questions: [PowerQuestion] = []
    var answers: [PowerAnswer] = []
    questions.reserveCapacity(exponents.count)
    answers.reserveCapacity(exponents.count)
    for exponent in exponents {
      let place = Draw.integer(in: 0...(size - 1), using: &generator)
      questions.append(.power(element: Int(context.symbols[place]), exponent: exponent))
      let image = context.permutation.image(of: place, power: exponent)
      answers.append(.element(Int(context.symbols[image])))
    }
    return PowerExample(index: index, context: context, questions: questions, answers: answers)
  }

  private func exponent(using generator: inout Generator) -> Int {
    let range = exponentRange(ofDepth: Draw.integer(in: depths, using: &generator))
    while true {
      let exponent = Draw.integer(in: range, using: &generator)
      if exponents.allows(exponent) { return exponent }
    }
  }

  /// A permutation and its symbols, both drawn again until both are allowed. The exponent stays, so that its
  /// distribution does not bend towards what is easily allowed.
  private func context(size: Int, exponent: Int, using generator: inout Generator) -> PowerContext {
    while true {
      let permutation = Permutation.uniform(count: size, using: &generator)
      guard cycleTypes == .all || cycleTypes.allows(heldOut: permutation.cycleType.isHeldOut),
        novelty == .any || novelty.allows(order: permutation.order, exponent: exponent)
      else { continue }
      let context = PowerContext(unchecked: symbols(size, using: &generator), permutation: permutation)
      if permutations == .all || permutations.allows(heldOut: context.isHeldOut) { return context }
    }
  }

  /// Different symbols, each ordered choice with the same probability: the first steps of a shuffle.
  private func symbols(_ count: Int, using generator: inout Generator) -> [UInt8] {
    let last = format.alphabet - 1
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Permutation.largestCount) { pool in
      for symbol in 0...last { pool[symbol] = UInt8(symbol) }
      for place in 0..<count {
        let drawn = Draw.integer(in: place...last, using: &generator)
        (pool[place], pool[drawn]) = (pool[drawn], pool[place])
      }
      return [UInt8](pool.prefix(count))
    }
  }
}
