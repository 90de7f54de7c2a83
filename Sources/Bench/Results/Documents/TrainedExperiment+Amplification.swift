import Data
import Reports

extension TrainedExperiment {
  /// What was measured on the way, by replicate.
  private var logs: [AmplificationLog] {
    guard
      let place = experiment.questions.firstIndex(where: {
        if case .ofAmplification(let asked) = $0.examples { asked.measure == .log } else { false }
      })
    else { return [] }
    return runs.map { AmplificationLog(numbers: $0.stages[0].predictions[place]) }
  }

  /// Everybody's accuracy over ticks, the mean over replicates, by the report's names.
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

  /// A row for each depth of held-out permutations and way to answer it: greedy accuracy beside the trivial predictors.
  func greedyByDepth() -> DocumentPart {
    var rows: [[String]] = []
    for question in experiment.questions {
      guard case .ofAmplification(let asked) = question.examples, asked.measure.isAboutQuestions else { continue }
      let (split, measure) = (asked.split, asked.measure)
      func share(_ metric: Metric) -> String {
        estimate(metric, question.examples.name, after: "train").bareText(as: .share)
      }
      rows.append(
        [
          "\(split.depths.lowerBound)", measure.name, share(.greedyAccuracy), share(.sampledAccuracy),
          NumberText.percent(split.accuracy(of: .identity)),
          NumberText.percent(split.accuracy(of: .truncation(bits: 3))),
        ])
    }
    return .table(
      DocumentTable(
        columns: [
          .numbers("Depth"), .words("Who answers"), .numbers("Greedy"), .numbers("Sampled"), .numbers("Identity"),
          .numbers("Truncation"),
        ], rows: rows))
  }
}

/// The report's numbers of targets and of X_PA beside ours, a table a depth.
func reportedTables(_ trained: [TrainedExperiment]) -> [DocumentPart] {
  (2...3).flatMap { depth -> [DocumentPart] in
    let rows = trained.enumerated().map { place, trained -> [String] in
      let reported = Reported.rows[place]
      func share(_ measure: AmplificationMeasure, _ metric: Metric) -> String {
        trained.estimate(
          metric, Examples.amplification(.tiny, measure).name, .of("depth", depth...depth), after: "train"
        ).bareText(as: .share)
      }
      let theories = trained.theories(failureRate: reported.failureRate, depth: depth)
      return [
        NumberText.percent(reported.failureRate), theories.report, theories.here,
        depth == 2 ? reported.targets2 : reported.targets3, theories.measured,
        depth == 2 ? reported.average2 : reported.average3, share(.average, .sampledAccuracy),
        share(.average, .greedyAccuracy), share(.learner, .sampledAccuracy),
      ]
    }
    return [
      .text("Depth \(depth):"),
      .table(
        DocumentTable(
          columns: [
            .numbers("p"), .numbers("Report's theory"), .numbers("Theory, from q"), .numbers("Report's targets"),
            .numbers("Targets"), .numbers("Report's X_PA"), .numbers("X_PA sampled"), .numbers("X_PA greedy"),
            .numbers("X sampled"),
          ], rows: rows)),
    ]
  }
}

extension TrainedExperiment {
  /// The accuracy of targets at a depth: as the report expected it, as theory gives it from X_PA's own accuracy, and as it
  /// was measured in the last quarter of training.
  fileprivate func theories(failureRate: Double, depth: Int) -> (report: String, here: String, measured: String) {
    let theory = AmplificationTheory(elementCount: 4, failureRate: failureRate)
    let expected = depth == 2 ? theory.targetAccuracy(subanswerAccuracy: 1) : theory.reportedDepth3Accuracy
    let split = Examples.amplification(.tiny, .theory(failureRate: failureRate)).name
    let evaluations = answers(to: split, after: "train").map(\.evaluation)
    func share(_ value: (Evaluation) -> Float) -> String {
      Estimate(
        evaluations.enumerated().map { SeedScore(seed: $0, score: Double(value($1))) }.interval
      ).bareText(as: .share)
    }
    return (
      NumberText.percent(expected), share { $0.truths[depth - 2] }, share { $0.predictions[depth - 2] }
    )
  }
}

/// As the report has them, after 4,000 steps, where depth 3 had not converged.
private struct Reported {
  let failureRate: Double
  let targets2, average2, targets3, average3: String

  static let rows = [
    Reported(failureRate: 0.01, targets2: "99.27 %", average2: "99.72 %", targets3: "98.52 %", average3: "97.03 %"),
    Reported(failureRate: 0.1, targets2: "92.31 %", average2: "94.50 %", targets3: "82.02 %", average3: "74.28 %"),
    Reported(failureRate: 0.3, targets2: "75.83 %", average2: "78.47 %", targets3: "51.33 %", average3: "37.76 %"),
  ]
}
