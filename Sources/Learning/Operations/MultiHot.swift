/// The ids of a token as a row of zeros and ones.
struct MultiHot: Operation, Instruction {
  let output: Int

  var inputs: [Int] { [] }
  var kind: String { "multi-hot" }

  func run(by executor: Executor, on batch: Batch) {
    let width = executor.width(output)
    batch.ids.withUnsafeBufferPointer { ids in
      executor.check(ids.baseAddress!, rows: ids.count, below: width, what: "the state")
      Kernel.multiHot(
        ids: ids.baseAddress!, idsPerRow: batch.idsPerToken, rows: batch.tokenCount, width: width,
        into: executor[output])
    }
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {}
}
