import Data
import Reports
import Training

extension PermutationDrawing {
  /// Elements are numbered in the order of their symbols. The walk is the power that is asked for really: whole rounds
  /// are left out.
  ///
  /// - Parameter answered: a symbol; one that the context does not have is not shown.
  package init(of task: PowerTask, answered: Float?) {
    let (context, permutation) = (task.context, task.context.permutation)
    let ranked = context.symbols.indices.sorted { context.symbols[$0] < context.symbols[$1] }
    var ranks = ranked
    for (rank, place) in ranked.enumerated() { ranks[place] = rank }
    var walk = [task.place]
    for _ in 0..<task.exponent % permutation.cycleLength(of: task.place) { walk.append(permutation[walk.last!]) }
    self.init(
      images: ranked.map { ranks[permutation[$0]] }, walk: walk.map { ranks[$0] },
      answered: answered.flatMap { Int(exactly: $0) }.flatMap(context.place).map { ranks[$0] })
  }
}
