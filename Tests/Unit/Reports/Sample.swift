import Reports

/// Reports with invented numbers, for the tests of how they look.
enum Sample {
  static let failed = ThresholdRow(
    mark: .failed, experiment: "graphs/on-path", subject: "small-target n=8...15", metric: "squared error",
    estimate: Estimate(mean: 0.141, interval: Interval(0.118, 0.166), seeds: 5), requirement: .atMost(0.12),
    baseline: 0.102,
    change: Change(mean: 0.039, interval: Interval(0.021, 0.058), probability: 0.008, detectable: 0.017),
    leakShare: 0, repeats: Repeats(asked: 0.331, byChance: 0.328),
    trivialPredictors: [Score("always d(1,2)", 0.435)],
    slices: [
      Score("n=8", 0.052, count: 1250), Score("n=9", 0.061, count: 1250), Score("n=10", 0.078, count: 1250),
      Score("n=11", 0.101, count: 1250), Score("n=12", 0.132, count: 1250), Score("n=13", 0.174, count: 1250),
      Score("n=14", 0.22, count: 1250), Score("n=15", 0.31, count: 1250),
    ],
    worstSlice: Score("n=15", 0.31), companions: [Score("not fine-tuned", 0.553), Score("kept d(1,2)", 0.0041)],
    reasons: ["upper bound 0.166 exceeds 0.120"],
    rerun: "tools/test --filter 'ShortestPaths/onPathSmallTarget'")

  static let passed = ThresholdRow(
    mark: .passed, experiment: "mazes/longer", subject: "length 9...16", metric: "exact match",
    estimate: Estimate(mean: 0.953, interval: Interval(0.941, 0.962), seeds: 5), requirement: .atLeast(0.9),
    baseline: 0.949, trivialPredictors: [Score("random walk", 0.031)],
    slices: [Score("9...12", 0.981, count: 4000), Score("13...16", 0.925, count: 3100)],
    companions: [Score("in distribution", 0.998)], rerun: "tools/test --filter 'Mazes/longer'")

  static let control = ThresholdRow(
    mark: .sameBits, experiment: "mazes/shuffled", subject: "length 1...8", metric: "exact match",
    estimate: Estimate(mean: 0.0213, interval: Interval(0.0188, 0.0241), seeds: 5),
    requirement: .mustFail(.atLeast(0.9)), baseline: 0.0213, rerun: "tools/test --filter 'Mazes/shuffled'")

  static let improved = ThresholdRow(
    mark: .improved, experiment: "powers/new-order", subject: "order 12", metric: "cross entropy",
    estimate: Estimate(mean: 1.31, interval: Interval(1.24, 1.38), seeds: 5), requirement: .atMost(2),
    baseline: 1.62,
    change: Change(mean: -0.31, interval: Interval(-0.38, -0.24), probability: 0.0004, detectable: 0.11),
    reasons: ["tighten the baseline to 1.31"], rerun: "tools/test --filter 'Powering/newOrder'")

  static let diverged = ThresholdRow(
    mark: .newlyFailing, experiment: "powers/new-order", subject: "order 30", metric: "cross entropy",
    estimate: Estimate(mean: .nan, interval: Interval(.nan, .infinity), seeds: 3), requirement: .atMost(2),
    baseline: 1.9, leakShare: 0.00012, trivialPredictors: [Score("identity", 3.4), Score("constant", 3.39)],
    reasons: ["seed 2 diverged at step 4,100", "NaN is not below 2.00"],
    rerun: "tools/test --filter 'Powering/newOrder'")

  static let table = ThresholdTable(rows: [failed, passed, control], seconds: 212)

  static let largeTable = ThresholdTable(rows: [failed, passed, diverged, control, improved], seconds: 3 * 3600)

  /// Tries to start lines, tables, tags, code, colours and commands of a CI server.
  static let hostileName = "a|b\n::error::`<b>&\u{1B}[31m*_[x](y)$\u{202E}\"'"

  static let hostileTable = ThresholdTable(
    rows: [
      ThresholdRow(
        mark: .failed, experiment: hostileName, subject: hostileName, metric: hostileName,
        estimate: Estimate(mean: 1, interval: nil, seeds: 1), requirement: .atMost(0.5),
        slices: [Score(hostileName, 1)], companions: [Score(hostileName, 1)], reasons: [hostileName],
        rerun: hostileName + "```")
    ])

  static let histogram: Histogram = {
    var histogram = Histogram(edges: .decades(-4...0))
    let counts = [12, 40, 160, 415, 1210, 2604, 3077, 1822, 540, 96, 17, 4]
    for (bin, count) in counts.enumerated() { histogram.add(histogram.edges.values[bin], count: count) }
    histogram.add(7.5, count: 2)
    histogram.add(.nan)
    return histogram
  }()

  static let heatMap: HeatMap = {
    var map = HeatMap(trueValues: 1...6, predictions: .whole(1...6))
    for value in 1...6 {
      map.add(true: value, prediction: Double(value), count: 2000 - 280 * value)
      map.add(true: value, prediction: Double(value) - 1, count: 90 * (value - 1))
      map.add(true: value, prediction: Double(value) - 2, count: 11 * (value - 1))
    }
    map.add(true: 6, prediction: .nan, count: 3)
    return map
  }()

  static let chart: LineChart = {
    let decays = [0.25, 0.5, 1.25, 3.5]
    let series = decays.enumerated().map { index, decay in
      LineChart.Series(
        "length \(2 * index + 1)",
        (1...20).map { step in
          let loss = decay / Double(step + index) + 0.004
          return LineChart.Point(x: Double(step) * 100_000, y: loss, interval: Interval(loss * 0.8, loss * 1.25))
        })
    }
    return LineChart(series: series, xLabel: "examples seen", yLabel: "squared error", yScale: .log)
  }()
}
