import Seeds

/// Runs a program's instructions on one batch in one workspace.
struct Executor {
  let workspace: Workspace
  let parameters: UnsafePointer<Float>
  let packed: PackedWeights
  /// What the random bits of this step's dropout come from; nil for a program without any.
  var dropoutSeed: Seed? = nil
  /// Where sequences are read in parts: what was read before this batch.
  var cache: AttentionCache? = nil
  /// What batch norms read in a program that answers: their running statistics. In one that learns they leave the batch's
  /// own there. Nil for a program without any.
  var statistics: UnsafeMutablePointer<Float>? = nil
  /// What the way back adds to, laid out as the parameters are.
  private(set) var gradients: UnsafeMutablePointer<Float>? = nil

  var program: Program { workspace.program }

  /// Writes the predictions.
  func forward(_ batch: Batch) {
    check(batch)
    workspace.times?.begin()
    for instruction in program.forward {
      instruction.run(by: self, on: batch)
      workspace.times?.finished(instruction.kind)
    }
  }

  /// Forward, loss, backward: adds to `gradients` (laid out as the parameters are) the gradient of the summed loss.
  func loss(_ batch: Batch, gradients: UnsafeMutablePointer<Float>) -> LossSum {
    guard let start = program.predictionGradients else {
      preconditionFailure("A program recorded for answering has no gradients: record it for learning.")
    }
    forward(batch)
    let loss = loss(batch, predictionGradients: workspace[start])
    workspace.times?.finished("loss")
    var back = self
    back.gradients = gradients
    for instruction in program.backward {
      instruction.run(by: back, on: batch)
      workspace.times?.finished(instruction.kind)
    }
    return loss
  }

  private func check(_ batch: Batch) {
    precondition(batch.sequenceCount > 0, "A batch needs at least one sequence.")
    let lengths = batch.shortest...batch.longest
    precondition(
      workspace.hasRoom(for: batch, longest: lengths.upperBound),
      "A workspace for \(workspace.tokens) tokens in \(workspace.sequences) sequences of up to \(workspace.longest) "
        + "cannot take \(batch.tokenCount) in \(batch.sequenceCount) of up to \(lengths.upperBound).")
    precondition(
      batch.idsPerToken == program.idsPerToken,
      "The program reads \(program.idsPerToken) ids a token, the batch has \(batch.idsPerToken).")
    precondition(
      program.lengths.contains(lengths.lowerBound) && program.lengths.contains(lengths.upperBound),
      "The program reads \(program.lengths) tokens, the batch has sequences of \(lengths).")
    precondition(
      batch.prefixes.allSatisfy { $0 == 0 } || program.forward.allSatisfy { $0.isCausal },
      "Only where attention is causal does a prefix mean anything.")
    if let kindCount = program.linkKindCount { checkLinks(batch, kindCount) }
    if let cache { check(cache, takes: batch, lengths) }
  }

  subscript(buffer: Int) -> UnsafeMutablePointer<Float> { workspace[buffer] }

  func value(of parameter: Parameter) -> UnsafePointer<Float> { parameters + parameter.offset }

  /// Where an instruction of the way back adds to the gradient of a parameter.
  func gradient(of parameter: Parameter) -> UnsafeMutablePointer<Float> {
    guard let gradients else {
      preconditionFailure("\(parameter.name) has a gradient on the way back, and nowhere else.")
    }
    return gradients + parameter.offset
  }

  func rows(_ buffer: Int, _ batch: Batch) -> Int { workspace.rowCount(of: buffer, in: batch) }
  func width(_ buffer: Int) -> Int { workspace.program.buffers[buffer].width }
  func floats(_ buffer: Int, _ batch: Batch) -> Int { rows(buffer, batch) * width(buffer) }

  /// The rows of a sequence in a buffer.
  func rows(of sequence: Int, _ buffer: Int, _ batch: Batch) -> (first: Int, count: Int) {
    let (tokens, firstRow) = batch.tokens(of: sequence, program.buffers[buffer].rows)
    return (firstRow, tokens.count)
  }
}
