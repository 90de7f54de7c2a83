/// `scale x + shift`, element by element; also its own way back, without the shift.
struct Scale: Operation, Instruction {
  let scale: Float
  let shift: Float
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "affine" }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.affine(
      executor[input], scale: scale, shift: shift, count: executor.floats(output, batch), into: executor[output])
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.reuse(gradient, for: input) { Scale(scale: scale, shift: -0.0, input: gradient, output: $0) }
  }
}

extension Value {
  /// `scale x + shift`, element by element. Minus zero adds nothing, not even to the sign of a zero.
  package func scaled(by scale: Float, plus shift: Float = -0.0) -> Value {
    recorder.record(rows: rows, width: width) { Scale(scale: scale, shift: shift, input: id, output: $0) }
  }
}
