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

  private func stream(of seed: Seed) -> Seed { seed.child("permutations").child(streamName).child(revision) }

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
    PowerDraft.with(count: size) { draft in
      while true {
        draft.drawPermutation(using: &generator)
        guard cycleTypes == .all || cycleTypes.allows(heldOut: draft.isOfHeldOutType),
          novelty == .any || novelty.allows(order: draft.order, exponent: exponent)
        else { continue }
        draft.drawSymbols(alphabet: format.alphabet, using: &generator)
        if permutations == .all || permutations.allows(heldOut: draft.isHeldOut) { return draft.context }
      }
    }
  }
}
