/// Element by element, the largest of what the tokens say that a token's links lead to, each with its kind of link.
struct LargestAlongLinks: Operation, Instruction {
  /// `[kindCount, width]`
  let kinds: Parameter
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "largest along links" }
  var linkKindCount: Int? { kinds.rows }

  func run(by executor: Executor, on batch: Batch) {
    batch.withLinks { links in
      Kernel.largestAlongLinks(
        executor[input], kinds: executor.value(of: kinds), links: links, rows: batch.tokenCount, width: kinds.columns,
        into: executor[output])
    }
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: input) { Backward(largest: self, outputGradient: gradient, inputGradient: $0) }
  }

  struct Backward: Instruction {
    let largest: LargestAlongLinks
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { largest.buffers + [outputGradient, inputGradient] }
    var kind: String { "largest along links, back" }

    func run(by executor: Executor, on batch: Batch) {
      batch.withLinks { links in
        Kernel.largestAlongLinksBackward(
          x: executor[largest.input], kinds: executor.value(of: largest.kinds), y: executor[largest.output],
          outputGradient: executor[outputGradient], links: links, rows: batch.tokenCount, width: largest.kinds.columns,
          into: executor[inputGradient], kindGradient: executor.gradient(of: largest.kinds))
      }
    }
  }
}

extension Value {
  /// Of all links of a token, the largest of what they lead to, with a learned vector for each kind of link added:
  /// `[tokens, width]` to the same. Zeros for a token without links.
  func largestAlongLinks(_ kinds: Parameter) -> Value {
    precondition(
      rows == .tokens && width == kinds.columns,
      "\(kinds.name) is added to \(kinds.columns) features of every token, not to \(width) of \(rows).")
    return recorder.record(rows: rows, width: width) { LargestAlongLinks(kinds: kinds, input: id, output: $0) }
  }
}
