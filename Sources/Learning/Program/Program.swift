/// A recorded model: the list of what to do, and the buffers it is done in. Forward only, or with its derivative.
package struct Program: Sendable {
  package enum Purpose: Sendable {
    /// Forward only: buffers are shared as soon as nobody reads them again.
    case answering
    /// Forward, loss and backward.
    case learning
  }

  let purpose: Purpose
  let buffers: [Buffer]
  let forward: [Instruction]
  let backward: [Instruction]
  /// `[sequences, outputs]`
  let predictions: Int
  /// `[sequences, outputs]`, written by the loss; nil in a program that only answers.
  let predictionGradients: Int?
  let packedWeights: [PackedWeight]
  let packedCount: Int
  package let layout: ParameterLayout
  package let outputs: Int
  package let idsPerToken: Int

  package init(_ model: Encoder, for purpose: Purpose) {
    let recorder = Recorder()
    let answer = model(in: recorder)
    precondition(answer.rows == .sequences, "A program answers once a sequence.")

    var builder = ProgramBuilder(recorder, needsGradients: purpose == .learning)
    builder.buildForward()
    var predictionGradients: Int?
    if purpose == .learning {
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
    layout = model.layout
    outputs = answer.width
    idsPerToken = model.shape.idsPerToken
  }

  /// Which heads and widths its attention has: what the executor keeps scratch memory for.
  var attentionShapes: [Kernel.AttentionShape] {
    forward.compactMap { if case .attention(let shape, _, _, _) = $0 { shape } else { nil } }
  }
}
