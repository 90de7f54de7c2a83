import Reports

extension Sample {
  private static func scores(_ values: Double...) -> [ReplicateScore] {
    values.enumerated().map { ReplicateScore(seed: $0.offset, score: $0.element) }
  }

  private static func facts(
    _ id: String, salt: String = "a", pictures: [DocumentPicture] = []
  ) -> ExperimentFacts {
    ExperimentFacts(
      id: id, sentence: "It carries over.", parameters: 76_705, examples: 850_000, seconds: 12.5,
      fingerprints: (0..<5).map { .init(seed: $0, fingerprint: "\(salt)\($0)f0") },
      datasets: [.init(name: "on-path", fingerprint: "c0ffee")], pictures: pictures)
  }

  private static let failure = FailedExample(
    seed: 3, index: 4711, question: "distance from 1 to 4 among 5 vertices", truth: "3", answer: "1.20", loss: 3.24,
    drawing: .graph(
      GraphDrawing(
        labels: ["1", "2", "3", "4", "5"], edges: [.init(0, 2), .init(1, 2), .init(1, 3), .init(3, 4)],
        path: [0, 2, 1, 3])))

  private static let picture = DocumentPicture(
    "help-and-hurt", title: "parameters that help and hurt", svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")

  /// A failed claim with everything that can be known of it, a control and an improvement.
  static let run = RunReport(
    provenance: Provenance(
      profile: "standard", sourceHash: "871296a014b90a44", toolchain: "swift 6.3", date: "2025-03-31",
      experiments: [facts("graphs/on-path", pictures: [picture]), facts("mazes/shuffled"), facts("powers/new-order")]),
    claims: [
      ClaimReport(
        row: failed, scores: scores(0.14, 0.12, 0.15, 0.16, 0.135), baselineScores: scores(0.1, 0.1, 0.11, 0.1, 0.1),
        sides: [
          Side("in distribution: fine-tune", Estimate(mean: 0.004, interval: Interval(0.003, 0.005), seeds: 5)),
          Side("shifted: small-target n=8...15", failed.estimate),
        ],
        gap: Estimate(mean: 0.137, interval: Interval(0.114, 0.161), seeds: 5),
        slices: [
          SliceReport(
            "n=8", count: 1250, scores: scores(0.05, 0.06, 0.05, 0.05, 0.05),
            estimate: Estimate(mean: 0.052, interval: Interval(0.047, 0.057), seeds: 5)),
          SliceReport(
            "n=15", count: 1250, scores: scores(0.3, 0.3, 0.31, 0.32, 0.32),
            estimate: Estimate(mean: 0.31, interval: Interval(0.29, 0.33), seeds: 5)),
        ],
        losses: histogram, answers: heatMap, curves: [Curve("Training loss", chart)], failures: [failure],
        place: SourcePlace(file: "Tests/Generalization/ShortestPathsTests.swift", line: 7)),
      ClaimReport(row: control, scores: scores(0.02, 0.02, 0.02, 0.02, 0.03)),
      ClaimReport(row: improved, scores: scores(1.3, 1.31, 1.3, 1.32, 1.32)),
    ], seconds: 212)

  /// Names that try to leave their place in every format.
  static let hostileRun: RunReport = {
    let name = hostileName + "]]>\u{0}\u{7}\u{FFFE}é e\u{301} %0A::error::, : 'x\" \u{1F600}\u{2028}"
    var row = hostileTable.rows[0]
    (row.experiment, row.subject, row.metric, row.rerun) = (name, name, name, name)
    row.reasons = [name]
    var run = RunReport(
      provenance: Provenance(profile: name, sourceHash: name, toolchain: name, date: name, experiments: [facts(name)]),
      claims: [
        ClaimReport(
          row: row, scores: scores(.nan, .infinity), sides: [Side(name, Estimate(mean: .nan, interval: nil, seeds: 1))],
          slices: [SliceReport(name, count: 1, scores: [], estimate: Estimate(mean: .nan, interval: nil, seeds: 1))],
          curves: [Curve(name, LineChart(series: [.init(name, [])], xLabel: name, yLabel: name))],
          failures: [FailedExample(seed: 0, index: 0, question: name, truth: name, answer: name, loss: .nan)],
          place: SourcePlace(file: name, line: 1))
      ])
    run.seconds = .nan
    return run
  }()

  static let comparison: ComparisonReport = {
    let base = run.provenance
    var head = base
    (head.sourceHash, head.date) = ("0f31c2ab", "2025-04-02")
    func name(_ row: ThresholdRow) -> ClaimReport.Name { .init(experiment: row.experiment, subject: row.subject) }
    func side(_ row: ThresholdRow, _ mean: Double, _ mark: Mark) -> ClaimComparison.Side {
      .init(estimate: Estimate(mean: mean, interval: nil, seeds: 5), mark: mark)
    }
    let worse = ClaimComparison(
      name: name(failed), metric: "squared error", standing: .worse, base: side(failed, 0.102, .passed),
      head: side(failed, 0.141, .newlyFailing), change: failed.change,
      notes: ["base required <= 0.150, head required <= 0.120"],
      slices: [
        SliceComparison("n=8", standing: .withinNoise, base: 0.05, head: 0.052, change: nil),
        SliceComparison("n=9", standing: .withinNoise, base: 0.06, head: 0.061, change: nil),
        SliceComparison(
          "n=15", standing: .worse, base: 0.21, head: 0.31,
          change: Change(mean: 0.1, interval: Interval(0.05, 0.15), probability: 0.0625, detectable: 0.04)),
      ],
      losses: [
        ShareChange("0.1 to 1", base: 0.121, head: 0.183, z: 7.13),
        ShareChange("0.01 to 0.1", base: 0.4, head: 0.35, z: -5.2),
      ],
      answers: (1...10).map { ShareChange("true \($0), answered 4", base: 0.01, head: 0.08 - Double($0) / 200, z: 9) })
    let better = ClaimComparison(
      name: name(improved), metric: "cross entropy", standing: .better, base: side(improved, 1.62, .passed),
      head: side(improved, 1.31, .improved), change: improved.change)
    let same = ClaimComparison(
      name: name(control), metric: "exact match", standing: .sameBits, base: side(control, 0.0213, .sameBits),
      head: side(control, 0.0213, .sameBits))
    let other = ClaimComparison(
      name: name(passed), metric: "exact match", standing: .notComparable, base: side(passed, 0.949, .passed),
      head: side(passed, 0.953, .passed), notes: ["other examples: longer"])
    return ComparisonReport(
      base: base, head: head, claims: [worse, better, same, other],
      onlyInBase: [.init(experiment: "graphs/on-path", subject: hostileName)], onlyInHead: [name(diverged)])
  }()
}
