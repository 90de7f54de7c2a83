import Training

/// An instrument of whatever kind, as a part of an experiment's declaration.
package struct Instrumentation: Sendable {
  package let instrument: any Instrument

  package init(_ instrument: some Instrument) { self.instrument = instrument }
}

extension Instrumentation: Hashable {
  package static func == (one: Instrumentation, other: Instrumentation) -> Bool {
    AnyHashable(one.instrument) == AnyHashable(other.instrument)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(instrument)) }
}

extension Lab {
  /// What an instrument sees of each of these runs. Runs are watched side by side, stage after stage.
  package func sightings(
    by instrumentation: Instrumentation, of runs: [Run], _ plan: TrainingPlan
  ) async throws -> [Sighting] {
    let watches = instrumentation.instrument.watches
    var seen: [[WatchedStage]] = Array(repeating: [], count: runs.count)
    for watch in watches {
      let stages = try await watched(watch, of: runs, plan)
      for (place, stage) in stages.enumerated() { seen[place].append(stage) }
    }
    return zip(runs, seen).map { Sighting(plan, $0, watches, $1) }
  }

  private func watched(_ watch: StageWatch, of runs: [Run], _ plan: TrainingPlan) async throws -> [WatchedStage] {
    try await withThrowingTaskGroup(of: (Int, WatchedStage).self) { group in
      for (place, run) in runs.enumerated() {
        group.addTask { (place, try await self.watched(watch, of: run, plan)) }
      }
      var stages: [Int: WatchedStage] = [:]
      for try await (place, stage) in group { stages[place] = stage }
      return runs.indices.map { stages[$0]! }
    }
  }
}
