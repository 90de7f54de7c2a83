/// Asks a model whose weights keep changing: the memory is made once, and taken by one batch after another.
package final class Responder {
  private let program: Program
  private let parameters: FloatBuffer
  private let statistics: FloatBuffer
  private let packed: PackedWeights
  private let workspace: Workspace
  private let cache: AttentionCache?

  /// For batches of so many sequences of at most `longest` tokens. Nothing may be asked before it takes values.
  /// - Parameter reading: where sequences are read in parts, how many tokens the first part has at most; what was read is
  ///   kept, and `longest` is all that is ever kept.
  package init(_ model: some Model, sequences: Int, longest: Int, reading first: Int? = nil) {
    let program = Program(model, for: .answering)
    self.program = program
    parameters = FloatBuffer(count: model.layout.count)
    statistics = FloatBuffer(count: model.statistics.count)
    packed = PackedWeights(program)
    workspace = Workspace(program, tokens: sequences * (first ?? longest), sequences: sequences, longest: longest)
    let groups = (sequences + AttentionCache.sequences - 1) / AttentionCache.sequences
    cache = first.map { _ in AttentionCache(program, capacity: longest, groupCount: groups) }
  }

  /// From now on answers by these.
  package func take(_ values: ModelValues) {
    parameters.replace(with: values.parameters)
    statistics.replace(with: values.statistics)
    packed.pack(parameters)
  }

  /// Forgets what was read of sequences.
  package func begin() { cache?.removeAll() }

  /// `[answers, outputs]`. Where sequences are read in parts, those of the part.
  package func answers(to batch: Batch) -> [Float] {
    let executor = Executor(
      workspace: workspace, parameters: UnsafePointer(parameters.pointer), packed: packed, cache: cache,
      statistics: statistics.pointer)
    executor.forward(batch)
    cache?.advance(by: batch.longest)
    return workspace.predictions(of: batch)
  }
}
