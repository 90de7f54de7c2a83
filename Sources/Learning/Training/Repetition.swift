import Seeds

/// How a finite set of examples becomes an endless stream: epoch after epoch, in which each example stands once. Which one
/// stands where depends on the seed and the place in the stream alone.
package enum Repetition: Sendable, Hashable, Codable {
  /// Each epoch in a random order of its own.
  case shuffled
  /// In batches of so many examples. Sorted by class, the set is cut into as many equal parts, and each batch has one
  /// example of each part, in the parts' order; which one is drawn anew each epoch.
  case stratified(batchSize: Int)
  /// Always in the same order: a batch as large as the set is the whole set.
  case whole

  /// Numbers of the set's examples in the order of one epoch.
  ///
  /// - Parameter classes: of each example; read only where batches are stratified.
  func order(ofEpoch epoch: Int, of count: Int, classes: [Int], seed: Seed) -> [Int] {
    var generator = seed.generator(at: epoch)
    switch self {
    case .whole: return Array(0..<count)
    case .shuffled: return Draw.permutation(of: count, using: &generator)
    case .stratified(let batchSize):
      let sorted = (0..<count).sorted { (classes[$0], $0) < (classes[$1], $1) }
      let batches = count / batchSize
      let parts = (0..<batchSize).map { part in
        var examples = Array(sorted[part * batches..<(part + 1) * batches])
        Draw.shuffle(&examples, using: &generator)
        return examples
      }
      return (0..<batches).flatMap { batch in parts.map { $0[batch] } }
    }
  }
}
