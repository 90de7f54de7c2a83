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

  var program: Program { workspace.program }

  /// Writes the predictions.
  func forward(_ batch: Batch) {
    check(batch)
    workspace.times?.begin()
    for instruction in program.forward {
      run(instruction, batch, gradients: nil)
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
    for instruction in program.backward {
      run(instruction, batch, gradients: gradients)
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
      batch.prefixes.allSatisfy { $0 == 0 } || program.attentionShapes.allSatisfy(\.isCausal),
      "Only where attention is causal does a prefix mean anything.")
    if let kindCount = program.linkKindCount { checkLinks(batch, kindCount) }
    if let cache { check(cache, takes: batch, lengths) }
  }

  private func run(_ instruction: Instruction, _ batch: Batch, gradients: UnsafeMutablePointer<Float>?) {
    switch instruction {
    case .embed(let embedding, let output):
      embed(embedding, output, batch)
    case .addPositions(let input, let positions, let output):
      addPositions(input, positions, output, batch)
    case .rotate(let input, let rotary, let output):
      rotate(input, rotary, isBack: false, output, batch)
    case .linear(let input, let weight, let bias, let addend, let output):
      linear(input, weight, bias, addend, output, batch)
    case .multiply(let input, let weight, let isTransposed, let output):
      multiply(input, weight, isTransposed, output, batch)
    case .add(let left, let right, let output):
      Kernel.add(workspace[left], workspace[right], count: floats(output, batch), into: workspace[output])
    case .activate(let activation, let input, let output):
      Kernel.activate(activation, workspace[input], count: floats(output, batch), into: workspace[output])
    case .layerNorm(let input, let norm, let output, let mean, let inverseDeviation):
      Kernel.layerNorm(
        workspace[input], scale: parameters + norm.scale.offset, shift: parameters + norm.shift.offset,
        epsilon: norm.epsilon, rows: rows(input, batch), width: norm.scale.count, into: workspace[output],
        mean: workspace[mean], inverseDeviation: workspace[inverseDeviation])
    case .batchNorm(let input, let norm, let output, let mean, let inverseDeviation):
      batchNorm(input, norm, output, mean, inverseDeviation, batch)
    case .normalize(let input, let norm, let output):
      normalize(input, norm, output, batch)
    case .attention(let shape, let bias, let queryKeyValue, let output, let logSumExp):
      if let cache { attention(shape, queryKeyValue, output, batch, cache) }
      if cache?.length ?? 0 == 0 { attention(shape, bias, queryKeyValue, output, logSumExp, batch) }
    case .linkedAttention(let shape, let bias, let values, let queryKeyValue, let output, let logSumExp):
      linkedAttention(shape, bias, values, queryKeyValue, output, logSumExp, batch)
    case .crossAttention(let shape, let queries, let keysValues, let output):
      crossAttention(shape, queries, keysValues, output, batch)
    case .pointer(let shape, let values, let output):
      pointer(shape, values, output, batch)
    case .softmax(let input, let output):
      Kernel.softmax(workspace[input], rows: rows(input, batch), width: width(input), into: workspace[output])
    case .chooseLargest(let input, let output):
      Kernel.chooseLargest(workspace[input], rows: rows(input, batch), width: width(input), into: workspace[output])
    case .lastRows(let input, let output):
      lastRows(input, output, batch)
    case .dropout(let dropout, let number, let input, let output):
      drop(dropout, number, input, output, batch)
    case .copy(let source, let target):
      workspace[target].update(from: workspace[source], count: floats(target, batch))
    case .multiHot, .columns, .join, .fold, .affine:
      rearrange(instruction, batch)
    default:
      runBackward(instruction, batch, gradients!)
    }
  }

  private func runBackward(_ instruction: Instruction, _ batch: Batch, _ gradients: UnsafeMutablePointer<Float>) {
    switch instruction {
    case .embedBackward(let embedding, let outputGradient):
      embedBackward(embedding, outputGradient, batch, gradients)
    case .addPositionsBackward(let positions, let outputGradient):
      addPositionsBackward(positions, outputGradient, batch, gradients)
    case .rotateBackward(let rotary, let outputGradient, let inputGradient):
      rotate(outputGradient, rotary, isBack: true, inputGradient, batch)
    case .linearBackward(let input, let weight, let bias, let outputGradient, let inputGradient, let accumulates):
      linearBackward(input, weight, bias, outputGradient, inputGradient, accumulates, batch, gradients)
    case .multiplyBackward(
      let input, let weight, let isTransposed, let outputGradient, let inputGradient, let accumulates):
      multiplyBackward(input, weight, isTransposed, outputGradient, inputGradient, accumulates, batch, gradients)
    case .softmaxBackward(let output, let outputGradient, let inputGradient):
      Kernel.softmaxBackward(
        y: workspace[output], outputGradient: workspace[outputGradient], rows: rows(output, batch),
        width: width(output), into: workspace[inputGradient])
    case .activateBackward(let activation, let input, let outputGradient, let inputGradient):
      Kernel.activateBackward(
        activation, x: workspace[input], outputGradient: workspace[outputGradient],
        count: floats(input, batch), into: workspace[inputGradient])
    case .layerNormBackward(
      let input, let norm, let mean, let inverseDeviation, let outputGradient, let inputGradient, let accumulates):
      Kernel.layerNormBackward(
        x: workspace[input], scale: parameters + norm.scale.offset, mean: workspace[mean],
        inverseDeviation: workspace[inverseDeviation], outputGradient: workspace[outputGradient],
        rows: rows(input, batch), width: norm.scale.count, inputGradient: workspace[inputGradient],
        accumulates: accumulates, scaleGradient: gradients + norm.scale.offset,
        shiftGradient: gradients + norm.shift.offset)
    case .batchNormBackward(let input, let norm, let mean, let inverseDeviation, let outputGradient, let inputGradient):
      Kernel.batchNormBackward(
        x: workspace[input], scale: norm.scale.map { parameters + $0.offset }, mean: workspace[mean],
        inverseDeviation: workspace[inverseDeviation], outputGradient: workspace[outputGradient],
        rows: rows(input, batch), width: norm.shift.count, inputGradient: workspace[inputGradient],
        scaleGradient: norm.scale.map { gradients + $0.offset }, shiftGradient: gradients + norm.shift.offset)
    case .attentionBackward(
      let shape, let bias, let queryKeyValue, let output, let logSumExp, let outputGradient, let target):
      attentionBackward(shape, bias, queryKeyValue, output, logSumExp, outputGradient, target, batch, gradients)
    case .linkedAttentionBackward(
      let shape, let bias, let values, let queryKeyValue, let output, let logSumExp, let outputGradient, let target):
      linkedAttentionBackward(
        shape, bias, values, queryKeyValue, output, logSumExp, outputGradient, target, batch, gradients)
    case .crossAttentionBackward(
      let shape, let queries, let keysValues, let outputGradient, let queryGradient, let keyValueGradient):
      crossAttentionBackward(
        shape, queries, keysValues, outputGradient, queryGradient, keyValueGradient, batch)
    case .pointerBackward(let shape, let values, let output, let outputGradient, let targets):
      pointerBackward(shape, values, output, outputGradient, targets, batch)
    case .lastRowsBackward(let outputGradient, let inputGradient):
      lastRowsBackward(outputGradient, inputGradient, batch)
    case .dropoutBackward(let dropout, let number, let outputGradient, let inputGradient):
      drop(dropout, number, outputGradient, inputGradient, batch)
    case .columnsBackward, .foldBackward:
      rearrange(instruction, batch)
    case .stopGradientBackward(let loss, let loop, let loops, let outputGradient, let inputGradient):
      stopGradientBackward(loss, after: loop, of: loops, outputGradient, inputGradient, batch)
    case .accumulate(let source, let target):
      Kernel.accumulate(workspace[source], count: floats(target, batch), into: workspace[target])
    default:
      preconditionFailure("A forward instruction stands in a backward list.")
    }
  }

  func rows(_ buffer: Int, _ batch: Batch) -> Int { workspace.rowCount(of: buffer, in: batch) }
  func width(_ buffer: Int) -> Int { workspace.program.buffers[buffer].width }
  func floats(_ buffer: Int, _ batch: Batch) -> Int { rows(buffer, batch) * width(buffer) }
}
