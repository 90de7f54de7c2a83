/// 1 at the largest number of each row and 0 elsewhere.
struct ChooseLargest: Operation, Instruction {
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "choose" }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.chooseLargest(
      executor[input], rows: executor.rows(input, batch), width: executor.width(input), into: executor[output])
  }

  /// Piecewise constant.
  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {}
}

extension Value {
  /// 1 at the largest number of each row and 0 elsewhere: a choice, through which nothing is learned.
  func largestOfEachRow() -> Value {
    recorder.record(rows: rows, width: width) { ChooseLargest(input: id, output: $0) }
  }
}
