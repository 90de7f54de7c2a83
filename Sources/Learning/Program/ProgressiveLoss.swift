import Seeds

/// Lets an example teach a looped network from a random loop on only: what the loops before that made of it counts as given.
/// So the network learns to go on from wherever it stands, and cannot learn how many loops it has had.
///
/// Source: Bansal and others, "End-to-end algorithm synthesis with recurrent networks", 2022. There each step adds two
/// losses, and the one from a random loop on also ends at a random loop. Here each example has one of the two, and ends
/// with the last loop: an answer that counts loops needs all of them.
///
/// Where an example begins is a function of the step's seed and of its number: neither shards nor workers can change it.
package struct ProgressiveLoss: Sendable, Hashable, Codable {
  /// Of each example to begin at a random loop; the others teach all loops.
  package var probability: Double

  package init(probability: Double) {
    precondition(
      (0...1).contains(probability), "An example begins at a random loop with a probability, not \(probability).")
    self.probability = probability
  }

  package static let none = ProgressiveLoss(probability: 0)

  /// What a loop made, the same number for number; its gradient is zero for examples that begin later. Where all examples
  /// teach all loops, nothing is recorded.
  func callAsFunction(_ x: Value, madeIn loop: Int, of loops: Int) -> Value {
    guard probability > 0, x.recorder.purpose.hasChance else { return x }
    return x.recorder.record(rows: x.rows, width: x.width) {
      .stopGradient(self, after: loop, of: loops, x.id, output: $0)
    }
  }

  /// The first loop that an example teaches: as likely as any other of them, or 0.
  func firstLoop(of loops: Int, example: Seed) -> Int {
    var generator = example.generator()
    let isProgressive = Draw.unit(using: &generator) < probability
    return isProgressive ? Draw.integer(in: 0...loops - 1, using: &generator) : 0
  }
}
