import Data
import Judging
import Reports
import Training

extension TrainedExperiment {
  /// What was measured on the way, by replicate.
  var logs: [AmplificationLog] {
    guard
      let place = experiment.asked.firstIndex(where: {
        ($0.examples.task as? AmplificationExamples)?.measure == .log
      })
    else { return [] }
    return runs.map { AmplificationLog(numbers: $0.stages[0].predictions[place]) }
  }

  /// Everybody's accuracy over ticks, the mean over replicates, by the paper's names.
  func accuracyCurves() -> DocumentPart {
    let logs = logs
    func series(_ name: String, _ value: (AmplificationLog, Int) -> Double) -> LineChart.Series {
      LineChart.Series(
        name,
        (0..<logs[0].lookCount).map { place in
          LineChart.Point(x: Double(logs[0].look(place).tick), y: logs.map { value($0, place) }.mean)
        })
    }
    func targets(_ depth: Int) -> (AmplificationLog, Int) -> Double {
      { log, place in
        let first = place == 0 ? 0 : log.look(place - 1).tick
        return log.targetAccuracy(depth: depth, ticks: first..<log.look(place).tick)
      }
    }
    let chart = LineChart(
      series: [
        series("asker/q/validation") { $0.look($1).askedWords },
        series("accuracy_on/2/targets", targets(2)), series("accuracy_on/3/targets", targets(3)),
        series("accuracy/validation") { $0.look($1).learner.map(\.sampled).mean },
        series("accuracy/teacher") { $0.look($1).average.map(\.sampled).mean },
      ], xLabel: "ticks", yLabel: "accuracy, sampled")
    return picture("curves", title: "accuracy while it trains") { chart.svg(title: $0) }
  }

  /// A row a replicate.
  func learningOrder() -> DocumentPart {
    let milestones = AmplificationLog.Milestone.allCases
    return .table(
      DocumentTable(
        columns: [.numbers("Replicate")] + milestones.map { .numbers($0.rawValue) },
        rows: zip(runs, logs).map { run, log in
          ["\(run.replicate)"]
            + milestones.map {
              let tick = log.tick(of: $0)
              return tick.isFinite ? NumberText.short(tick) : "never"
            }
        }))
  }

  /// What the paper says of its curves without failures, beside this one run.
  func anchors() -> DocumentPart {
    let log = logs[0]
    let looks = (0..<log.lookCount).map(log.look)
    let perfect = looks.first { min($0.askedWords, $0.answeredWords) > 0.9995 }.map { Double($0.tick) }
    func targets(_ depth: Int) -> String {
      NumberText.percent(log.targetAccuracy(depth: depth, ticks: log.lastTicks))
    }
    func average(_ depth: Int) -> String {
      looks.last.map { NumberText.percent($0.average[depth - log.depths.lowerBound].sampled) } ?? ""
    }
    return .table(
      DocumentTable(
        columns: [.words("What"), .words("The paper"), .numbers("Here")],
        rows: [
          [
            "the tick at which H' is perfect", "within 1,000",
            perfect.map { NumberText.short($0, digits: 4) } ?? "never",
          ],
          [
            "X_PA's lowest accuracy", "less than chance, 20 %",
            looks.map { $0.average.map(\.sampled).mean }.min().map { NumberText.percent($0) } ?? "",
          ],
          ["accuracy_on/2/targets, last quarter", "100 %", targets(2)],
          ["accuracy_on/2/teacher, sampled, at the end", "99.97 %", average(2)],
          ["accuracy_on/3/targets, last quarter", "100 % at the end", targets(3)],
          ["accuracy_on/3/teacher, sampled, at the end", "had not converged", average(3)],
        ]))
  }

  /// A row for each depth of held-out permutations and way to answer it: greedy accuracy beside the trivial predictors,
  /// and where neither of these is right.
  func greedyByDepth() -> DocumentPart {
    var rows: [[String]] = []
    for split in experiment.asked {
      guard let task = split.examples.task as? AmplificationExamples, task.measure.isAboutQuestions else { continue }
      let (powers, measure) = (task.split, task.measure)
      func share(_ metric: Metric, _ slice: Slice = .everything) -> String {
        estimate(metric, split.examples.name, slice, after: "train").bareText(as: .share)
      }
      rows.append(
        [
          "\(powers.depths.lowerBound)", measure.name, share(.greedyAccuracy), share(.sampledAccuracy),
          powers.depths.lowerBound > 3 ? share(.greedyAccuracy, .neitherIsRight) : "",
          NumberText.percent(powers.accuracy(of: .identity)),
          NumberText.percent(powers.accuracy(of: .truncation(bits: PowerSplit.trainedBits))),
        ])
    }
    return .table(
      DocumentTable(
        columns: [
          .numbers("Depth"), .words("Who answers"), .numbers("Greedy"), .numbers("Sampled"),
          .numbers("Greedy, nothing trivial"), .numbers("Identity"), .numbers("Truncation"),
        ], rows: rows))
  }
}

/// Systems whose overseers fail, a rate each.
extension [TrainedExperiment] {
  /// Targets of depth 3 beside theory, with the sign: how much of the difference is that questions are not equally hard,
  /// and how much counting alone would make.
  func targetsLessTheory() -> DocumentPart {
    .table(
      DocumentTable(
        columns: [
          .numbers("p"), .numbers("Theory, from q"), .numbers("Targets of depth 3"), .numbers("Less theory"),
          .numbers("Replicates above"), .numbers("Unequal questions"), .numbers("Left"),
          .numbers("One standard error of a replicate's count"),
        ], rows: compactMap { $0.targetsLessTheory() }))
  }
}

extension TrainedExperiment {
  fileprivate func targetsLessTheory() -> [String]? {
    guard let rate = failureRate else { return nil }
    let (split, average) = (PowerSplit.tiny, AskedSplit(.amplification(.tiny, .average), count: 1).examples.name)
    let asked = experiment.asked.first { $0.examples.name == average }!
    let theories = answers(to: Examples.amplification(split, .theory(failureRate: rate)).name, after: "train")
    let targets = theories.map { Double($0.evaluation.predictions[1]) }
    let expected = theories.map { Double($0.evaluation.truths[1]) }
    let unequal = answers(to: average, after: "train").map {
      SubanswerPairs.excess(
        of: $0, split, seed: ReplicateSeeds($0.seed).questions(of: asked), failureRate: rate) ?? .nan
    }
    let difference = zip(targets, expected).map { $0 - $1 }
    func text(_ values: [Double]) -> String {
      let scores = zip(theories, values).map { SeedScore(seed: $0.seed, score: $1) }
      return Estimate(scores.interval).bareText(as: .number)
    }
    let counted = Double(AmplificationScale.at(experiment.profile).lastTargetsOfADepth)
    let share = expected.mean
    return [
      NumberText.percent(rate), text(expected), text(targets), text(difference),
      "\(difference.count { $0 > 0 }) of \(difference.count)", text(unequal),
      text(zip(difference, unequal).map { $0 - $1 }),
      NumberText.short((share * (1 - share) / counted).squareRoot()),
    ]
  }

  /// Of the overseer that its theory is about.
  private var failureRate: Double? {
    for asked in experiment.asked {
      if case .theory(let rate) = (asked.examples.task as? AmplificationExamples)?.measure { return rate }
    }
    return nil
  }
}
