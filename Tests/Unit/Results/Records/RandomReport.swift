import Reports

/// Reports with anything in them that their types allow, for round trips.
struct RandomReport {
  var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(seed) }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func some<Value>(_ make: (inout Self) -> Value) -> Value? { below(3) == 0 ? nil : make(&self) }

  private mutating func list<Value>(_ most: Int = 3, _ make: (inout Self) -> Value) -> [Value] {
    (0..<below(most + 1)).map { _ in make(&self) }
  }

  mutating func number() -> Double {
    let corners: [Double] = [
      0, -0.0, 1, 0.1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e22,
      9_007_199_254_740_992,
    ]
    let choice = below(corners.count + 8)
    if choice < corners.count { return corners[choice] }
    // Any finite bits.
    let value = Double(bitPattern: generator.next())
    return value.isFinite ? value : 0.25
  }

  mutating func name() -> String {
    let pieces = [
      "graphs/on-path", "n=8...15", "\n", "\"", "\\", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "é", "e\u{301}", "😀",
      "]]>", "{}", " ",
      "\u{FFFE}", "::error::",
    ]
    return (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  private mutating func interval() -> Interval { Interval(number(), number()) }

  private mutating func estimate() -> Estimate {
    Estimate(mean: number(), interval: some { $0.interval() }, seeds: 1 + below(9))
  }

  private mutating func score() -> Score { Score(name(), number(), count: some { $0.below(1 << 40) }) }

  private mutating func scores() -> [ReplicateScore] {
    (0..<below(4)).map { ReplicateScore(seed: $0 * 1_000_003, score: number()) }
  }

  private mutating func row(_ place: Int) -> ThresholdRow {
    let bounds: [Requirement.Bound] = [.atMost(number()), .atLeast(number())]
    let bound = bounds[below(2)]
    return ThresholdRow(
      mark: Mark.allCases[below(Mark.allCases.count)], experiment: name(), subject: "\(place) \(name())",
      metric: name(), scale: Scale.allCases[below(Scale.allCases.count)], estimate: estimate(),
      requirement: below(2) == 0 ? .required(bound) : .mustFail(bound),
      baseline: some { $0.number() },
      change: some {
        Change(
          mean: $0.number(), interval: $0.some { $0.interval() }, probability: $0.some { $0.number() },
          detectable: $0.some { $0.number() })
      },
      leakShare: some { $0.number() },
      repeats: some { random in
        Repeats(
          asked: random.number(), byChance: random.some { $0.number() },
          sizes: random.list { Repeats.Size($0.name(), asked: $0.number(), byChance: nil) })
      },
      trivialPredictors: list { $0.score() }, slices: list { $0.score() },
      worstSlice: some { $0.score() }, companions: list { $0.score() }, reasons: list { $0.name() }, rerun: name())
  }

  private mutating func histogram() -> Histogram {
    var histogram = Histogram(edges: .decades(-2...1))
    for _ in 0..<below(20) { histogram.add(number(), count: below(1 << 30)) }
    return histogram
  }

  private mutating func heatMap() -> HeatMap {
    let first = below(9) - 4
    var map = HeatMap(trueValues: first...first + below(4), predictions: .whole(0...4))
    for _ in 0..<below(20) { map.add(true: below(9) - 4, prediction: number(), count: below(100)) }
    return map
  }

  private mutating func chart() -> LineChart {
    let scales = LineChart.Scale.allCases
    return LineChart(
      series: list {
        LineChart.Series(
          $0.name(), $0.list(9) { .init(x: $0.number(), y: $0.number(), interval: $0.some { $0.interval() }) })
      },
      xLabel: name(), yLabel: name(), xScale: scales[below(2)], yScale: scales[below(2)])
  }

  private mutating func drawing() -> Drawing {
    switch below(3) {
    case 0:
      let count = 1 + below(5)
      return .graph(
        GraphDrawing(
          labels: (0..<count).map { _ in name() }, edges: list { .init($0.below(count), $0.below(count)) },
          path: list { $0.below(count) }))
    case 1:
      let (rows, columns) = (1 + below(4), 1 + below(4))
      return .maze(
        MazeDrawing(
          rows: rows, columns: columns, passages: list { .init($0.below(rows * columns), $0.below(rows * columns)) },
          path: list { $0.below(rows * columns) }, answered: list { $0.below(rows * columns) }))
    default:
      let count = 1 + below(5)
      return .permutation(
        PermutationDrawing(
          images: Array(0..<count).shuffled(using: &generator), walk: list { $0.below(count) },
          answered: some { $0.below(count) }))
    }
  }

  private mutating func claim(_ place: Int) -> ClaimReport {
    ClaimReport(
      row: row(place), scores: scores(), baselineScores: scores(), sides: list { Side($0.name(), $0.estimate()) },
      gap: some { $0.estimate() },
      slices: list {
        SliceReport($0.name(), count: $0.below(1 << 40), scores: $0.scores(), estimate: $0.estimate())
      },
      losses: some { $0.histogram() }, answers: some { $0.heatMap() }, curves: list { Curve($0.name(), $0.chart()) },
      failures: list {
        FailedExample(
          seed: $0.below(9), index: $0.below(9), question: $0.name(), truth: $0.name(), answer: $0.name(),
          loss: $0.number(), drawing: $0.some { $0.drawing() }, command: $0.some { $0.name() })
      },
      place: some { SourcePlace(file: $0.name(), line: $0.below(99)) })
  }

  mutating func report() -> RunReport {
    RunReport(
      provenance: Provenance(
        profile: name(), sourceHash: name(), toolchain: name(), date: name(),
        changes: some { $0.name() },
        experiments: (0..<below(3)).map { place in
          ExperimentFacts(
            id: "\(place)\(name())", sentence: name(), parameters: below(1 << 40), examples: below(1 << 40),
            seconds: some { $0.number() }, fingerprints: list { .init(seed: $0.below(9), fingerprint: $0.name()) },
            datasets: list { .init(name: $0.name(), fingerprint: $0.name()) },
            pictures: list { DocumentPicture("picture-\($0.below(99))", title: $0.name(), svg: $0.name()) })
        }),
      claims: (0..<below(4)).map { claim($0) }, seconds: some { $0.number() })
  }
}
