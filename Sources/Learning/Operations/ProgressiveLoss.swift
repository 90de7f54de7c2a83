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
      StopGradient(loss: self, loop: loop, loops: loops, input: x.id, output: $0)
    }
  }

  /// The first loop that an example teaches: as likely as any other of them, or 0.
  func firstLoop(of loops: Int, example: Seed) -> Int {
    var generator = example.generator()
    let isProgressive = Draw.unit(using: &generator) < probability
    return isProgressive ? Draw.integer(in: 0...loops - 1, using: &generator) : 0
  }
}

extension ProgressiveLoss {
  /// What a loop made counts as given for examples that begin later.
  struct StopGradient: Operation {
    let loss: ProgressiveLoss
    let loop: Int
    let loops: Int
    let input: Int
    let output: Int

    var inputs: [Int] { [input] }

    func appendForward(to builder: inout ProgramBuilder) -> [Int] {
      builder.forward.append(Copy(source: input, target: output))
      return []
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      builder.reuse(gradient, for: input) {
        Backward(loss: loss, loop: loop, loops: loops, outputGradient: gradient, inputGradient: $0)
      }
    }
  }

  /// Hands on the gradient of what a loop made, and zeros where an example begins later.
  struct Backward: Instruction {
    let loss: ProgressiveLoss
    let loop: Int
    let loops: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [outputGradient, inputGradient] }
    var kind: String { "stopped gradient, back" }
    var needsSeed: Bool { true }

    func run(by executor: Executor, on batch: Batch) {
      guard let dropoutSeed = executor.dropoutSeed else {
        preconditionFailure("A progressive loss is computed with a seed for it.")
      }
      let seed = dropoutSeed.child("first loop")
      let width = executor.width(inputGradient)
      for sequence in 0..<batch.sequenceCount {
        let (tokens, firstRow) = batch.tokens(of: sequence, executor.program.buffers[inputGradient].rows)
        let (offset, count) = (firstRow * width, tokens.count * width)
        let target = executor[inputGradient] + offset
        if loop < loss.firstLoop(of: loops, example: seed.child(batch.firstExample + sequence)) {
          target.update(repeating: 0, count: count)
        } else if inputGradient != outputGradient {
          target.update(from: executor[outputGradient] + offset, count: count)
        }
      }
    }
  }
}
