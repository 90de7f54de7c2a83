/// A recorded model: the list of what to do, and the buffers it is done in. Forward only, or with its derivative.
package struct Program: Sendable {
  package enum Purpose: Sendable {
    /// Forward only: buffers are shared as soon as nobody reads them again.
    case answering
    /// Forward, loss and backward.
    case learning
    /// The same without chance: nothing is dropped, and every loop has its part in the derivative. What is measured, and
    /// not what a step of training goes by.
    case surveying

    /// Whether there is a loss, and a way back.
    var isDifferentiable: Bool { self != .answering }
    /// Whether random bits decide what is computed.
    var hasChance: Bool { self == .learning }
  }

  let purpose: Purpose
  let buffers: [Buffer]
  let forward: [any Instruction]
  let backward: [any Instruction]
  /// `[answers, outputs]`: the answers of a batch are the rows of this buffer.
  let predictions: Int
  /// `[answers, outputs]`, written by the loss; nil in a program that only answers.
  let predictionGradients: Int?
  package let loss: Loss
  let packedWeights: [PackedWeight]
  let packedCount: Int
  package let layout: ParameterLayout
  /// Of what batch norms keep for answering; empty in a model without.
  package let statistics: ParameterLayout
  package let outputs: Int
  package let idsPerToken: Int

  package init(_ model: some Model, for purpose: Purpose) {
    let recorder = Recorder(for: purpose)
    let answer = model(in: recorder)

    var builder = ProgramBuilder(recorder, needsGradients: purpose.isDifferentiable)
    builder.buildForward()
    var predictionGradients: Int?
    if purpose.isDifferentiable {
      predictionGradients = builder.buildBackward(from: answer.id)
    }
    self.purpose = purpose
    buffers = builder.buffers
    forward = builder.forward
    backward = builder.backward
    predictions = answer.id
    self.predictionGradients = predictionGradients
    packedWeights = builder.packedWeights
    packedCount = builder.packedCount
    loss = model.loss
    layout = model.layout
    statistics = model.statistics
    outputs = answer.width
    idsPerToken = model.idsPerToken
  }

  /// The fewest and the most tokens that a sequence may have.
  var lengths: ClosedRange<Int> {
    var lengths = 1...Int.max
    for buffer in buffers {
      switch buffer.rows {
      case .last(let count): lengths = lengths.clamped(to: count...Int.max)
      case .butLast(let count): lengths = lengths.clamped(to: count + 1...Int.max)
      case .tokens, .one: break
      }
    }
    for instruction in forward { lengths = lengths.clamped(to: instruction.lengths) }
    return lengths
  }

  /// Whether its numbers or their gradients depend on a seed besides the parameters and the batch.
  var needsSeed: Bool { (forward + backward).contains { $0.needsSeed } }

  /// The floats of scratch that a worker needs where no sequence has more tokens than this.
  func scratchCount(longest: Int) -> Int { forward.reduce(0) { max($0, $1.scratchCount(longest: longest)) } }

  /// How many kinds of links its attention tells apart; nil where it does not read links.
  var linkKindCount: Int? {
    for instruction in forward { if let count = instruction.linkKindCount { return count } }
    return nil
  }
}
