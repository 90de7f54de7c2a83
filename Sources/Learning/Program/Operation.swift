/// One coarse step of a model, between numbered values: how it is computed, and how the gradient of its output comes back.
/// All of it stands in one file of `Operations`, beside its kernel: nothing else lists operations.
protocol Operation: Sendable {
  /// The values it reads.
  var inputs: [Int] { get }
  var output: Int { get }

  /// Appends what computes the output. Returns what that leaves in buffers of its own for the way back.
  func appendForward(to builder: inout ProgramBuilder) -> [Int]

  /// Appends what hands the gradient of the output on to the inputs.
  ///
  /// - Parameter saved: what `appendForward` returned.
  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder)
}

/// Most are their own instruction.
extension Operation where Self: Instruction {
  var buffers: [Int] { inputs + [output] }

  func appendForward(to builder: inout ProgramBuilder) -> [Int] {
    builder.forward.append(self)
    return []
  }
}
