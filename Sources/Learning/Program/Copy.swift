/// A buffer's numbers once more.
struct Copy: Instruction {
  let source: Int
  let target: Int

  var buffers: [Int] { [source, target] }
  var kind: String { "copy" }

  func run(by executor: Executor, on batch: Batch) {
    executor[target].update(from: executor[source], count: executor.floats(target, batch))
  }
}

/// A second gradient of the same value, added to the first.
struct Accumulate: Instruction {
  let source: Int
  let target: Int

  var buffers: [Int] { [source, target] }
  var kind: String { "accumulate, back" }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.accumulate(executor[source], count: executor.floats(target, batch), into: executor[target])
  }
}
