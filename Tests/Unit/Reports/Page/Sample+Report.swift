import Reports

extension Sample {
  /// The experiment of the README with its numbers, and the sample claims, so that every part of a page is there.
  static let report = RunReport(
    provenance: Provenance(
      profile: "standard", sourceHash: "5d2f0c9be1a47f3386d9be0c71f2a45e", toolchain: "swift 6.3.1", date: "2025-03-31",
      experiments: [graphFacts, mazeFacts, powerFacts]),
    claims: graphClaims + [mazeClaim, ClaimReport(row: control)] + powerClaims, seconds: 212)

  private static let graphFacts = ExperimentFacts(
    id: "graphs/on-path",
    sentence: "Distances learned for one target in graphs of up to 15 vertices, and for others in graphs of up to 7, "
      + "carry over to other targets in larger graphs.",
    parameters: 76_705, examples: 850_000, seconds: 41.3, fingerprints: prints("9f31"),
    datasets: ["train", "fine-tune", "on-path-small-target", "on-path-any-target"].enumerated().map {
      ExperimentFacts.DatasetFingerprint(name: "graphs/\($0.element)", fingerprint: "70\($0.offset)c44d1be5f0a93")
    }, pictures: [DocumentPicture("layers", title: "what each layer did", svg: "<svg><title>ä</title></svg>")])

  private static let mazeFacts = ExperimentFacts(
    id: "mazes/longer", sentence: "Short ways through mazes teach longer ones.", parameters: 312_004,
    examples: 400_000, seconds: 98, fingerprints: prints("04ab"), datasets: [])

  private static let powerFacts = ExperimentFacts(
    id: "powers/new-order", sentence: "Powers of permutations carry over to orders that training never showed.",
    parameters: 208_120, examples: 1_000_000, seconds: nil, fingerprints: Array(prints("77e0").prefix(3)),
    datasets: [])

  private static func prints(_ start: String) -> [ExperimentFacts.RunFingerprint] {
    (0..<5).map { .init(seed: $0, fingerprint: "\(start)c1d2e3a4b5\(10 + $0)") }
  }

  private static let graphClaims: [ClaimReport] = [
    graphClaim(
      subject: "small-target n=8...15 unseen", mean: 0.155, interval: Interval(0.096, 0.214), bound: 0.25,
      baseline: 0.155, constant: 0.862, firstNeighbour: 0.435, scores: [0.106, 0.131, 0.144, 0.169, 0.225],
      slices: [
        ("everything", 40_960, 0.0766), ("t=2", 32_110, 0.0544), ("t=3...15", 8_850, 0.167),
        ("n=3...7", 12_603, 0.00165),
        ("n=8...15", 28_357, 0.124), ("t=2...7", 40_960, 0.0766), ("n=8...15 unseen t=3...15", 3_912, 0.285),
        ("n=8...15 seen", 9_870, 0.0869),
      ], companions: [Score("the same after train", 0.696)], test: "onPathSmallTarget", isFull: true),
    graphClaim(
      subject: "any-target n=8...15 unseen", mean: 0.225, interval: Interval(0.111, 0.34), bound: 0.4, baseline: 0.225,
      constant: 1.39, firstNeighbour: 0.88, scores: [0.121, 0.183, 0.211, 0.244, 0.366],
      slices: [
        ("everything", 40_960, 0.107), ("t=2", 30_304, 0.0404), ("t=3...15", 10_656, 0.286),
        ("n=3...7", 12_718, 0.00182),
        ("n=8...15", 28_242, 0.173), ("t=2...7", 38_114, 0.0646), ("t=8...15", 2_846, 0.515),
        ("n=8...15 unseen t=3...15", 5_104, 0.448), ("n=8...15 seen", 9_711, 0.109),
      ], companions: [Score("the same after train", 1.21)], test: "onPathAnyTarget", isFull: true),
    graphClaim(
      subject: "not fine-tuned: small-target n=8...15 unseen", mean: 0.696, interval: Interval(0.39, 1.01), bound: 0.25,
      isControl: true, baseline: 0.696, constant: nil, firstNeighbour: nil, scores: [0.421, 0.53, 0.64, 0.811, 1.08],
      slices: [
        ("everything", 40_960, 0.582), ("t=2", 32_110, 0.0436), ("t=3...15", 8_850, 2.77), ("n=3...7", 12_603, 0.37),
        ("n=8...15", 28_357, 0.716),
      ], companions: [Score("the same after fine-tune", 0.155)], test: "controlSmallTarget", isFull: false),
  ]

  private static func graphClaim(
    subject: String, mean: Double, interval: Interval, bound: Double, isControl: Bool = false, baseline: Double,
    constant: Double?, firstNeighbour: Double?, scores: [Double], slices: [(String, Int, Double)],
    companions: [Score], test: String, isFull: Bool
  ) -> ClaimReport {
    let replicates = scores.enumerated().map { ReplicateScore(seed: $0.offset, score: $0.element) }
    let floors = [constant.map { Score("best constant", $0) }, firstNeighbour.map { Score("always d(1,2)", $0) }]
    let row = ThresholdRow(
      mark: .sameBits, experiment: "graphs/on-path", subject: subject, metric: "squared error",
      estimate: Estimate(mean: mean, interval: interval, seeds: 5),
      requirement: isControl ? .mustFail(.atMost(bound)) : .atMost(bound), baseline: baseline, leakShare: 0,
      trivialPredictors: floors.compactMap { $0 },
      companions: companions + [
        Score("graphs/train split after train", 0.842), Score("graphs/train split after fine-tune", 2.57),
        Score("graphs/fine-tune split after train", 0.818), Score("graphs/fine-tune split after fine-tune", 0.00518),
      ], rerun: "tools/test --filter 'ShortestPaths/\(test)'")
    return ClaimReport(
      row: row, scores: replicates, baselineScores: replicates,
      sides: isFull
        ? [
          Side(
            "in distribution: fine-tune", Estimate(mean: 0.00518, interval: Interval(0.0041, 0.0063), seeds: 5)),
          Side("shifted: \(subject)", row.estimate),
        ] : [],
      gap: isFull ? Estimate(mean: mean - 0.00518, interval: Interval(0.091, 0.209), seeds: 5) : nil,
      slices: slices.map { name, count, value in
        SliceReport(
          name, count: count,
          scores: replicates.map { ReplicateScore(seed: $0.seed, score: $0.score / mean * value) },
          estimate: Estimate(mean: value, interval: Interval(value * 0.62, value * 1.38), seeds: 5))
      },
      losses: isFull ? histogram : nil, answers: isFull ? answers : nil, curves: isFull ? [lossCurve, scoreCurve] : [],
      failures: isFull ? graphFailures : [])
  }

  /// Distances 1 to 15, as whole numbers; too short where the truth is long.
  private static let answers: HeatMap = {
    var map = HeatMap(trueValues: 1...15, predictions: .whole(1...15))
    for value in 1...15 {
      let total = 9000 / (value * value) + 12 * value
      map.add(true: value, prediction: Double(value), count: total * (32 - 2 * value) / 32)
      map.add(true: value, prediction: Double(value) - 1, count: total * value / 30)
      map.add(true: value, prediction: Double(value) - 2, count: total * value / 70)
      map.add(true: value, prediction: Double(value) + 1, count: total / 40)
      map.add(true: value, prediction: Double(max(1, value / 2)), count: value > 6 ? value : 0)
    }
    map.add(true: 15, prediction: .nan, count: 2)
    return map
  }()

  private static let lossCurve = Curve(
    "Loss while fine-tuning",
    LineChart(
      series: (0..<5).map { seed in
        LineChart.Series(
          "seed \(seed)",
          (1...60).map { step in
            let wave = Double((step * 37 + seed * 11) % 23) / 23 - 0.5
            return LineChart.Point(
              x: Double(step) * 1000, y: (2.4 / Double(step + seed) + 0.012) * (1 + 0.25 * wave))
          })
      }, xLabel: "step", yLabel: "squared error", yScale: .log))

  private static let scoreCurve = Curve("Score after each stage", chart)

  private static let graphFailures: [FailedExample] = (0..<3).map { index in
    let size = 11 + 2 * index
    let edges =
      (1..<size).map { GraphDrawing.Link($0 - 1, $0) } + [GraphDrawing.Link(0, 3), GraphDrawing.Link(4, size - 2)]
    return FailedExample(
      seed: index, index: 20_417 + 311 * index, question: "distance from 1 to \(size - 1) among \(size) vertices",
      truth: "3", answer: "\(5 + index).2\(index)", loss: [4.93, 10.4, 17.8][index],
      drawing: .graph(
        GraphDrawing(labels: (1...size).map(String.init), edges: edges, path: [0, 3, 4, size - 2])),
      command:
        "swift run genbench export graphs/on-path-any-target --count \(20_418 + 311 * index) --seed 4081 --out - "
        + "| tail -n 1")
  }

  private static let mazeClaim = ClaimReport(
    row: passed,
    scores: [0.958, 0.949, 0.961, 0.94, 0.957].enumerated().map { ReplicateScore(seed: $0.offset, score: $0.element) },
    sides: [
      Side("in distribution: length 1...8", Estimate(mean: 0.998, interval: Interval(0.997, 0.999), seeds: 5)),
      Side("shifted: length 9...16", passed.estimate),
    ],
    failures: [
      FailedExample(
        seed: 3, index: 118, question: "the way from cell 0 to cell 24 of 5 by 5", truth: "16 steps",
        answer: "12 steps, through a wall", loss: 1, drawing: .maze(maze))
    ])

  static let maze = MazeDrawing(
    rows: 5, columns: 5,
    passages: [
      (0, 1), (1, 2), (2, 7), (7, 6), (6, 5), (5, 10), (10, 11), (11, 12), (12, 13), (13, 8), (8, 3), (3, 4), (4, 9),
      (9, 14), (14, 19), (19, 24), (10, 15), (15, 20), (20, 21), (21, 16), (16, 17), (17, 22), (22, 23), (23, 18),
    ].map { GraphDrawing.Link($0.0, $0.1) },
    path: [0, 1, 2, 7, 6, 5, 10, 11, 12, 13, 8, 3, 4, 9, 14, 19, 24],
    answered: [0, 1, 2, 7, 6, 5, 10, 11, 12, 13, 14, 19, 24])

  static let graph = GraphDrawing(
    labels: (1...7).map(String.init),
    edges: [(0, 1), (1, 2), (2, 3), (3, 4), (0, 5), (5, 4), (6, 2)].map { GraphDrawing.Link($0.0, $0.1) },
    path: [0, 5, 4])

  static let permutation = PermutationDrawing(images: [3, 0, 6, 5, 1, 2, 4, 8, 7], walk: [1, 0, 3, 5, 2], answered: 6)

  private static let powerClaims: [ClaimReport] = [
    ClaimReport(
      row: diverged, scores: [ReplicateScore(seed: 0, score: 1.88), ReplicateScore(seed: 2, score: .nan)],
      baselineScores: (0..<3).map { ReplicateScore(seed: $0, score: 1.9 + 0.02 * Double($0)) },
      curves: [
        Curve(
          "Loss",
          LineChart(
            series: [
              LineChart.Series(
                "seed 2", (1...9).map { LineChart.Point(x: Double($0) * 512, y: $0 > 8 ? .nan : 3.4 / Double($0)) })
            ], xLabel: "step", yLabel: "cross entropy"))
      ]),
    ClaimReport(
      row: improved, scores: (0..<5).map { ReplicateScore(seed: $0, score: 1.25 + 0.03 * Double($0)) },
      baselineScores: (0..<5).map { ReplicateScore(seed: $0, score: 1.58 + 0.02 * Double($0)) },
      failures: [
        FailedExample(
          seed: 1, index: 77, question: "where 1 goes in 4 steps", truth: "2", answer: "6", loss: 4.6,
          drawing: .permutation(permutation)),
        FailedExample(
          seed: 4, index: 78, question: "where 7 goes in 3 steps", truth: "8", answer: "3", loss: 4.4,
          drawing: .permutation(
            PermutationDrawing(images: [3, 0, 6, 5, 1, 2, 4, 8, 7], walk: [7, 8, 7, 8], answered: 3))),
      ]),
  ]

  /// Its row cannot be judged well, and no name of it is harmless.
  static let hostileReport = RunReport(
    provenance: Provenance(
      profile: hostileName, sourceHash: hostileName, toolchain: hostileName, date: hostileName,
      experiments: [
        ExperimentFacts(
          id: hostileName, sentence: hostileName, parameters: 0, examples: 0, seconds: .nan,
          fingerprints: [.init(seed: -1, fingerprint: hostileName)],
          datasets: [.init(name: hostileName, fingerprint: hostileName)],
          pictures: [DocumentPicture("hostile", title: hostileName, svg: "\"/><script>alert(1)</script>")])
      ]),
    claims: hostileTable.rows.map { row in
      ClaimReport(
        row: row, scores: [ReplicateScore(seed: 0, score: .nan)],
        baselineScores: [ReplicateScore(seed: 0, score: .infinity)],
        sides: [Side(hostileName, row.estimate), Side(hostileName, row.estimate)],
        slices: [SliceReport(hostileName, count: 0, scores: [], estimate: row.estimate)],
        losses: Histogram(edges: .whole(0...2)), answers: HeatMap(trueValues: -1...1, predictions: .whole(0...0)),
        curves: [
          Curve(
            hostileName,
            LineChart(series: [LineChart.Series(hostileName, [])], xLabel: hostileName, yLabel: hostileName))
        ],
        failures: [
          FailedExample(
            seed: 0, index: 0, question: hostileName, truth: hostileName, answer: hostileName, loss: -.infinity,
            drawing: .graph(GraphDrawing(labels: [hostileName], edges: [], path: [0])), command: hostileName)
        ])
    }, seconds: .infinity)
}
