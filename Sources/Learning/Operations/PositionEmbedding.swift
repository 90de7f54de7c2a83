/// Adds a learned vector to each token, by its place in its sequence: `[tokens, width]` to the same.
struct PositionEmbedding: Sendable {
  /// `[longest, width]`
  let table: Parameter

  /// First values as those of the tokens' own table.
  init(_ name: String, longest: Int, width: Int, in layout: inout ParameterLayout) {
    table = layout.declare(name, rows: longest, columns: width, .normal(standardDeviation: 1), isTable: true)
  }

  func callAsFunction(_ x: Value) -> Value {
    precondition(
      x.rows == .tokens && x.width == table.columns,
      "\(table.name) is added to tokens of \(table.columns) features, not to \(x.rows) x \(x.width).")
    return x.recorder.record(rows: .tokens, width: x.width) { Applied(positions: self, input: x.id, output: $0) }
  }
}

extension PositionEmbedding {
  struct Applied: Operation, Instruction {
    let positions: PositionEmbedding
    let input: Int
    let output: Int

    var inputs: [Int] { [input] }
    var kind: String { "positions" }
    var lengths: ClosedRange<Int> { 1...positions.table.rows }

    func run(by executor: Executor, on batch: Batch) {
      let (table, first) = (positions.table, executor.cache?.length ?? 0)
      executor.checkPlaces(of: batch, below: table.rows)
      batch.withPlaces { starts, firstPlaces in
        Kernel.addPositions(
          executor[input], table: executor.value(of: table) + first * table.columns, width: table.columns,
          starts: starts, firstPlaces: firstPlaces, sequenceCount: batch.sequenceCount, into: executor[output])
      }
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      builder.backward.append(Backward(positions: positions, outputGradient: gradient))
      builder.handOn(gradient, to: input)
    }
  }

  struct Backward: Instruction {
    let positions: PositionEmbedding
    let outputGradient: Int

    var buffers: [Int] { [outputGradient] }
    var kind: String { "positions, back" }

    func run(by executor: Executor, on batch: Batch) {
      batch.withPlaces { starts, firstPlaces in
        Kernel.addPositionsBackward(
          outputGradient: executor[outputGradient], width: positions.table.columns, starts: starts,
          firstPlaces: firstPlaces, sequenceCount: batch.sequenceCount,
          tableGradient: executor.gradient(of: positions.table))
      }
    }
  }
}
