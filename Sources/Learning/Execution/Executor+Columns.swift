extension Executor {
  /// What moves numbers and has no parameters.
  func rearrange(_ instruction: Instruction, _ batch: Batch) {
    switch instruction {
    case .multiHot(let output):
      multiHot(output, batch)
    case .columns(let input, let first, let output):
      copyColumns(input, from: first, output, at: 0, count: width(output), batch)
    case .join(let inputs, let output):
      var first = 0
      for input in inputs {
        copyColumns(input, from: 0, output, at: first, count: width(input), batch)
        first += width(input)
      }
    case .fold(let input, let parts, let output):
      Kernel.foldColumns(
        workspace[input], parts: parts, rows: rows(output, batch), columns: width(output), into: workspace[output])
    case .affine(let input, let scale, let shift, let output):
      Kernel.affine(
        workspace[input], scale: scale, shift: shift, count: floats(output, batch), into: workspace[output])
    case .columnsBackward(let first, let outputGradient, let inputGradient):
      workspace[inputGradient].update(repeating: 0, count: floats(inputGradient, batch))
      copyColumns(outputGradient, from: 0, inputGradient, at: first, count: width(outputGradient), batch)
    case .foldBackward(let parts, let outputGradient, let inputGradient):
      let count = width(outputGradient)
      for part in 0..<parts {
        copyColumns(outputGradient, from: 0, inputGradient, at: part * count, count: count, batch)
      }
    default:
      preconditionFailure("This instruction does more than move numbers.")
    }
  }

  private func copyColumns(_ input: Int, from first: Int, _ output: Int, at place: Int, count: Int, _ batch: Batch) {
    Kernel.copyColumns(
      workspace[input] + first, rowStride: width(input), rows: rows(input, batch), columns: count,
      into: workspace[output] + place, toStride: width(output))
  }

  private func multiHot(_ output: Int, _ batch: Batch) {
    batch.ids.withUnsafeBufferPointer { ids in
      check(ids.baseAddress!, rows: ids.count, below: width(output), what: "the state")
      Kernel.multiHot(
        ids: ids.baseAddress!, idsPerRow: batch.idsPerToken, rows: batch.tokenCount, width: width(output),
        into: workspace[output])
    }
  }
}
