import Judging
import Reports
import Training

/// What a sweep came to, for people: a row a size, and as many claims beside one another as fit.
package struct SweepTable: Sendable {
  private let sweep: Sweep
  private let trained: [TrainedExperiment]

  /// - Parameter trained: the sweep's members, in its order.
  package init(_ sweep: Sweep, _ trained: [TrainedExperiment]) { (self.sweep, self.trained) = (sweep, trained) }

  /// - Parameter width: of the terminal, in columns.
  package func text(width: Int) -> String {
    let head = sizes
    let told = costs + (claims.isEmpty ? answers : claims)
    let tables = packed(told, into: width - Self.width(of: head)).map { columns in
      TextTable(
        [head.name] + columns.map(\.name),
        head.cells.indices.map { row in [head.cells[row]] + columns.map { $0.cells[row] } }
      ).text
    }
    return note + "\n" + tables.joined(separator: "\n")
  }

  private var note: String {
    let replicates = NumberText.plural(sweep.members[0].experiment.replicates, "replicate")
    let varied = sweep.members.map { $0.size ?? "" }.joined(separator: ", ")
    let others = sweep.variation.map { "changed in all: \($0)\n" } ?? ""
    return """
      \(sweep.declared.plan.id), \(sweep.number ?? ""): \(varied); \(replicates) of each, and no other number was changed with it
      \(others)scores are means with their intervals; nothing is judged, and there is no baseline

      """
  }

  private struct Column {
    let name: String
    let cells: [String]
  }

  private var sizes: Column { Column(name: sweep.number ?? "size", cells: sweep.members.map { $0.size ?? "" }) }

  /// Of the last stage that is told of.
  private var costs: [Column] {
    let costs = trained.map { $0.experiment.cost(of: sweep.stages[sweep.stages.count - 1]) }
    return [
      Column(name: "N", cells: costs.map { NumberText.count($0.layout.countWithoutTables) }),
      Column(name: "N, all", cells: costs.map { NumberText.count($0.layout.count) }),
      Column(name: "operations", cells: zip(trained, costs).map(operations)),
      Column(name: "training loss", cells: trained.map(loss)),
    ]
  }

  /// Of all stages that are told of.
  private func operations(_ trained: TrainedExperiment, _ last: StageCost) -> String {
    let all = sweep.stages.map { name -> Double in
      let steps = trained.experiment.plan.stage(named: name).recipe.steps
      return trained.experiment.cost(of: name).counted.map { Double(steps) * $0.operationsPerStep } ?? .nan
    }
    let sum = all.reduce(0, +)
    return sum.isFinite ? NumberText.significant(sum) : ""
  }

  private func loss(_ trained: TrainedExperiment) -> String {
    let stage = sweep.stages[sweep.stages.count - 1]
    let losses = trained.runs.map { run in
      run.stage(named: stage).losses.suffix(SweepPoints.lossSteps).map(Double.init).mean
    }
    return cell(Interval.ofMean(losses), .error, trained)
  }

  /// Those about a stage that is told of.
  private var claims: [Column] {
    let claims = sweep.members[0].experiment.claims.filter { sweep.stages.contains($0.stage) }
    return claims.map { claim in
      Column(
        name: claim.subject,
        cells: trained.map { trained in
          let declared = trained.experiment.claim(named: claim.subject)
          return cell(trained.judge(declared, baseline: nil).judgement.interval, claim.metric.scale, trained)
        })
    }
  }

  /// What is asked after the last stage that is told of, where nothing is claimed of it.
  private var answers: [Column] {
    let stage = sweep.stages[sweep.stages.count - 1]
    return sweep.declared.asked.map(\.examples).flatMap { examples in
      examples.plainMetrics.map { metric in
        Column(
          name: "\(examples.name), \(metric.printedName)",
          cells: trained.map { trained in
            cell(trained.scores(metric, examples.name, .everything, after: stage).interval, metric.scale, trained)
          })
      }
    }
  }

  private func cell(_ interval: Judging.Interval, _ scale: Scale, _ trained: TrainedExperiment) -> String {
    guard !trained.runs.isEmpty else { return "diverged" }
    let lost = trained.diverged.isEmpty ? "" : ", \(trained.diverged.count) diverged"
    return (interval.isUndefined ? "no number" : Estimate(interval).bareText(as: scale)) + lost
  }

  /// Columns in their order, in tables that are no wider than what is left beside the sizes; at least one a table.
  private func packed(_ columns: [Column], into room: Int) -> [[Column]] {
    var (tables, left): ([[Column]], Int) = ([], 0)
    for column in columns {
      let width = Self.width(of: column) + 2
      if tables.isEmpty || width > left { (tables, left) = (tables + [[]], room) }
      tables[tables.count - 1].append(column)
      left -= width
    }
    return tables
  }

  private static func width(of column: Column) -> Int { ([column.name] + column.cells).map(\.count).max() ?? 0 }
}
