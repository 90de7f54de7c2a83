import CSIMD
import Seeds

/// How a word is chosen among those that a model holds possible.
package enum WordChoice: String, Sendable, Hashable {
  /// Each with its probability.
  case sampled
  /// The likeliest, and of several the first.
  case greedy
}

/// What a model that answers with logarithms of probabilities said, row by row.
package struct WordProbabilities: Sendable, Hashable {
  package let vocabulary: Int
  /// `[rows, vocabulary]`
  private let probabilities: [Float]

  /// - Parameter logarithms: `[rows, vocabulary]`
  package init(logarithms: [Float], vocabulary: Int) {
    precondition(
      vocabulary > 0 && logarithms.count.isMultiple(of: vocabulary),
      "\(logarithms.count) logarithms are no rows of \(vocabulary) words.")
    self.vocabulary = vocabulary
    var probabilities = logarithms
    probabilities.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      for first in stride(from: 0, to: values.count, by: 16) {
        let lanes = Int32(min(16, values.count - first))
        csimd_store_first(base + first, lanes, csimd_exp(csimd_load_first(base + first, lanes)))
      }
    }
    self.probabilities = probabilities
  }

  package var rowCount: Int { probabilities.count / vocabulary }

  package subscript(row: Int, word: Int) -> Float { probabilities[row * vocabulary + word] }

  /// The first of the likeliest words; nil, which equals no word, where the model has diverged and one is not a number.
  package func likeliest(_ row: Int) -> Int? {
    if (0..<vocabulary).contains(where: { self[row, $0].isNaN }) { return nil }
    return (1..<vocabulary).reduce(0) { self[row, $1] > self[row, $0] ? $1 : $0 }
  }

  /// A word of a row; nil as above. Takes one draw where it is sampled, and none where it is not.
  package func word(_ row: Int, _ choice: WordChoice, using generator: inout Generator) -> Int? {
    let likeliest = likeliest(row)
    guard choice == .sampled else { return likeliest }
    let drawn = Draw.unit(using: &generator)
    guard let likeliest else { return nil }
    var sum = 0.0
    for word in 0..<vocabulary {
      sum += Double(self[row, word])
      if drawn < sum { return word }
    }
    // The probabilities sum to one but for roundings.
    return likeliest
  }
}
