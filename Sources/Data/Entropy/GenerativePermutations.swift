import Seeds

/// Permutations, told whole and asked: the facts "x goes to y" in random order, a power, an element, and where that power takes
/// it. Facts are easy and answers are not, so a network stands still between the two for long.
package struct GenerativePermutations: SequenceDistribution {
  package let count: Int
  /// Asked is the 1st to this power.
  package let largestPower: Int

  package init(count: Int, largestPower: Int) {
    precondition(
      2...Permutation.largestCount ~= count && largestPower > 0,
      "There is nothing to learn of power \(largestPower) of permutations of \(count).")
    (self.count, self.largestPower) = (count, largestPower)
  }

  package var localName: String { "permutations-\(count)-to-\(largestPower)" }
  package var revision: Int { 1 }
  /// The elements, and then the powers from the 1st on.
  package var vocabulary: Int { count + largestPower }
  package var longest: Int { 2 * count + 3 }

  package var parts: [SequencePart] {
    [
      SequencePart("facts", entropy: 2 * Entropy.order(of: count)),
      SequencePart("question", entropy: Entropy.uniform(largestPower) + Entropy.uniform(count)),
      SequencePart("answer", entropy: 0),
    ]
  }

  /// The entropy of the answer to one who has not read the facts: an element is back where it was whenever the length of
  /// its cycle, which is any with the same probability, divides the power, and anywhere else otherwise.
  package var blindAnswerEntropy: Double {
    (1...largestPower).reduce(0) { sum, power in
      let back = Double((1...count).count { power % $0 == 0 }) / Double(count)
      let elsewhere = Double(count - 1)
      return sum + Entropy.term(back) + elsewhere * Entropy.term((1 - back) / elsewhere)
    } / Double(largestPower)
  }

  /// In this order: the permutation, the order of the facts, the power, the element.
  package func draw(using generator: inout Generator) -> KnownSequence {
    let permutation = Permutation.uniform(count: count, using: &generator)
    var tokens: [Int] = []
    tokens.reserveCapacity(longest)
    for x in Draw.permutation(of: count, using: &generator) { tokens += [x, permutation[x]] }
    let power = Draw.integer(in: 1...largestPower, using: &generator)
    let x = Draw.integer(in: 0...(count - 1), using: &generator)
    tokens += [count + power - 1, x, permutation.image(of: x, power: power)]
    return KnownSequence(tokens: tokens, partEnds: [2 * count, 2 * count + 2, tokens.count])
  }

  package func conditionals(of sequence: KnownSequence) -> [[Double]] {
    let tokens = sequence.tokens
    return tokens.indices.map { place in
      switch place {
      case ..<(2 * count):
        // Elements at even places, images at odd ones, each once.
        let told = stride(from: place % 2, to: place, by: 2).map { tokens[$0] }
        return spread(over: (0..<count).filter { !told.contains($0) })
      case 2 * count: return spread(over: Array(count..<vocabulary))
      case 2 * count + 1: return spread(over: Array(0..<count))
      default: return spread(over: [tokens[place]])
      }
    }
  }

  private func spread(over tokens: [Int]) -> [Double] {
    var probabilities = [Double](repeating: 0, count: vocabulary)
    for token in tokens { probabilities[token] = 1 / Double(tokens.count) }
    return probabilities
  }
}
